// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/signpanel.h"

#include "core/attribution/windowstatistics.h"
#include "widgets/snugbox.h"
#include "widgets/tilemosaic.h"
#include "widgets/tilepainter.h"

#include <QLabel>

namespace WhiteBox {

SignPanel::SignPanel(PairSelection *selection, ViewSettings *settings, ExplanationController *controller,
                     QWidget *parent)
    : StudyPanel(controller, parent)
    , m_selection(selection)
    , m_settings(settings)
    , m_mosaic(new TileMosaic(QStringLiteral("sign-weighted"), selection, this))
    , m_note(makeNote())
    , m_box(new SnugBox(
          m_mosaic, m_note, [this](int width) { return mosaicHeight(width); }, this))
{
    connect(selection, &PairSelection::openTileChanged, m_box, &SnugBox::arrange);
    connect(settings, &ViewSettings::mosaicChanged, this, &SignPanel::refresh);
    stack({}, nullptr, m_box, nullptr);
}

const FigurePanel *SignPanel::figure() const
{
    return m_mosaic;
}

QWidget *SignPanel::figureWidget() const
{
    return m_mosaic;
}

QString SignPanel::note() const
{
    return m_note->text();
}

double SignPanel::mosaicHeight(int width) const
{
    constexpr double kAny = 1e5;
    if (!m_mosaic->picture().window)
        return kAny;
    const FigureStyle style = FigureStyle::ofPalette(m_mosaic->palette(), m_mosaic->font());
    const QRectF tall(0, 0, width, kAny);
    const double ratio = m_mosaic->devicePixelRatioF();
    const MosaicPainter &mosaic = m_mosaic->painter();
    if (const auto tile = m_selection->openTile()) {
        const TilePainter large(mosaic, *tile);
        return large.noteRect(tall, large.square(tall, style, ratio), style).bottom() + 8;
    }
    return mosaic.readoutRect(tall, mosaic.layout(tall, style, ratio)).bottom() + 8;
}

void SignPanel::clear()
{
    MosaicPicture empty;
    empty.title = tr("Click a pair on the map");
    m_mosaic->setPicture(std::move(empty));
    m_note->clear();
    m_box->arrange();
}

StudyRunner::Work SignPanel::work(std::shared_ptr<const Explanation> explanation)
{
    MosaicPicture picture;
    picture.scale = m_settings->scale() == MosaicScale::Locked ? MosaicScale::Global : m_settings->scale();
    picture.order = m_settings->order();
    picture.title = tr("%1 × sign of the coupling").arg(methodName(explanation->method));
    picture.unit = methodUnit(explanation->method);
    picture.highLabel = tr("with the coupling's sign");
    picture.lowLabel = tr("against it");
    picture.zeroMessage = tr("Gradient is exactly zero: no active path");
    return [this, explanation, picture](const StopToken &) mutable -> StudyRunner::Delivery {
        picture.window = std::make_shared<const GradientWindow>(
            signWeighted(*explanation->gradient, *explanation->couplings));
        const SignShares shares = signShares(*explanation->gradient, *explanation->couplings);
        const QString target = targetName(explanation->gradient->target);
        const QString text =
            tr("%1 % of the gradient's magnitude has the sign of its coupling (more of what is there "
               "%2), %3 % the opposite.")
                .arg(100 * shares.positive, 0, 'f', 1)
                .arg(target)
                .arg(100 * shares.negative, 0, 'f', 1);
        return [this, picture, text] {
            m_mosaic->setPicture(picture);
            m_note->setText(text);
            m_box->arrange();
        };
    };
}

} // namespace WhiteBox
