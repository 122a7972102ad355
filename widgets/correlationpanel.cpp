// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/correlationpanel.h"

#include "core/attribution/windowstatistics.h"
#include "widgets/pairheatmap.h"
#include "widgets/snugbox.h"

#include <QComboBox>
#include <QFontMetricsF>

#include <algorithm>

namespace WhiteBox {

namespace {

enum class Shown { Correlation, Magnitude, Sum, Product };

PairHeatMapPicture pictureOf(Shown shown, const Explanation &explanation)
{
    const GradientWindow &gradient = *explanation.gradient;
    PairHeatMapPicture picture;
    ColorBar &bar = picture.bar;
    if (shown == Shown::Correlation) {
        picture.title = CorrelationPanel::tr("Correlation of gradient and coevolution over the window");
        picture.values = tileCorrelations(gradient, *explanation.couplings);
        bar.scale = ColorScale::symmetric(1, {});
        bar.highLabel = CorrelationPanel::tr("alike");
        bar.lowLabel = CorrelationPanel::tr("opposed");
        return picture;
    }
    const QString unit = methodUnit(explanation.method);
    const QString ofProduct = isInAngstrom(explanation.method) ? CorrelationPanel::tr("Å × unit of input")
                                                               : CorrelationPanel::tr("Å");
    std::vector<float> values;
    for (const TileSums &sums : tileSums(gradient, *explanation.couplings)) {
        const double value = shown == Shown::Magnitude ? sums.magnitude
                             : shown == Shown::Sum     ? sums.sum
                                                       : sums.product;
        picture.values.push_back(value);
        values.push_back(float(value));
    }
    if (shown == Shown::Magnitude) {
        picture.title = CorrelationPanel::tr("Σ|gradient| over the window, %1").arg(unit);
        bar.scale = ColorScale::magnitude(robustLimit(values), {});
    } else {
        picture.title = shown == Shown::Sum
                            ? CorrelationPanel::tr("Σ gradient over the window, %1").arg(unit)
                            : CorrelationPanel::tr("Σ gradient × input over the window, %1").arg(ofProduct);
        bar.scale = ColorScale::symmetric(robustLimit(values), {});
        const bool raises = gradient.target == AttributionTarget::RaisesDistance;
        bar.highLabel = targetName(gradient.target);
        bar.lowLabel =
            targetName(raises ? AttributionTarget::LowersDistance : AttributionTarget::RaisesDistance);
    }
    bar.clippedShare = clippedShare(values, bar.scale.high());
    return picture;
}

} // namespace

CorrelationPanel::CorrelationPanel(PairSelection *selection, ViewSettings *settings,
                                   ExplanationController *controller, QWidget *parent)
    : StudyPanel(controller, parent)
    , m_settings(settings)
    , m_choice(new QComboBox(this))
    , m_map(new PairHeatMap(QStringLiteral("correlation"), selection, this))
    , m_box(new SnugBox(
          m_map, nullptr, [this](int width) { return mapHeight(width); }, this))
{
    m_choice->addItems({tr("Correlation"), tr("Σ|gradient|"), tr("Σ gradient"), tr("Σ gradient × input")});
    connect(m_choice, &QComboBox::currentIndexChanged, this, &CorrelationPanel::refresh);
    connect(settings, &ViewSettings::mosaicChanged, this, &CorrelationPanel::refresh);
    stack(tr("Per amino-acid pair"), m_choice, m_box, nullptr);
}

const FigurePanel *CorrelationPanel::figure() const
{
    return m_map;
}

QWidget *CorrelationPanel::figureWidget() const
{
    return m_map;
}

QJsonValue CorrelationPanel::figureOption() const
{
    return m_choice->currentIndex();
}

bool CorrelationPanel::setFigureOption(const QJsonValue &option)
{
    return chooseEntry(m_choice, option);
}

double CorrelationPanel::mapHeight(int width) const
{
    const FigureStyle style = FigureStyle::ofPalette(m_map->palette(), m_map->font());
    const double line = QFontMetricsF(style.font).height() + 4;
    const double letters = QFontMetricsF(style.scaledFont(0.75)).height() + 2;
    // Its cells are square: title, letters and readout stand above and below, letters and colours beside.
    const double cells = width - letters - m_map->picture().bar.width(style) - 16;
    return m_map->picture().values.empty() ? 1e5 : std::max(0.0, cells) + 2 * line + letters + 2;
}

void CorrelationPanel::clear()
{
    PairHeatMapPicture empty;
    empty.title = tr("Click a pair on the map");
    m_map->setPicture(std::move(empty));
    m_box->arrange();
}

StudyRunner::Work CorrelationPanel::work(std::shared_ptr<const Explanation> explanation)
{
    const ResidueOrder order = m_settings->order();
    const auto shown = Shown(m_choice->currentIndex());
    return [this, explanation, order, shown](const StopToken &) -> StudyRunner::Delivery {
        PairHeatMapPicture picture = pictureOf(shown, *explanation);
        picture.order = order;
        return [this, picture] {
            m_map->setPicture(picture);
            m_box->arrange();
        };
    };
}

} // namespace WhiteBox
