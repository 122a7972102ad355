// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/whatifpanel.h"

#include "core/attribution/similarity.h"
#include "core/attribution/whatif.h"
#include "widgets/figuregrid.h"
#include "widgets/tilemosaic.h"

#include <QComboBox>
#include <QLabel>

#include <algorithm>

namespace WhiteBox {

namespace {

/// The talk's constants and shifts, what tells whether order or sign of the inputs matters, and inputs that
/// are usual ones.
const std::vector<std::vector<WhatIf>> &alternatives()
{
    static const std::vector<std::vector<WhatIf>> kAlternatives = {
        {{WhatIfKind::Constant, -0.3}, {WhatIfKind::Constant, 0.3}},
        {{WhatIfKind::Shift, -10}, {WhatIfKind::Shift, 10}},
        {{WhatIfKind::RandomSigns}, {WhatIfKind::Shuffled}},
        {{WhatIfKind::Percentile, 5}, {WhatIfKind::Percentile, 50}, {WhatIfKind::Percentile, 95}},
    };
    return kAlternatives;
}

QString whatIfName(const WhatIf &whatIf)
{
    const QString value = shortNumber(whatIf.value);
    switch (whatIf.kind) {
    case WhatIfKind::Original:
        return WhatIfPanel::tr("original");
    case WhatIfKind::Constant:
        return WhatIfPanel::tr("all %1").arg(value);
    case WhatIfKind::Shift:
        return WhatIfPanel::tr("shifted by %1").arg(value);
    case WhatIfKind::RandomSigns:
        return WhatIfPanel::tr("random signs");
    case WhatIfKind::Shuffled:
        return WhatIfPanel::tr("shuffled");
    case WhatIfKind::Percentile:
        return WhatIfPanel::tr("all at percentile %1").arg(value);
    }
    return {};
}

} // namespace

WhatIfPanel::WhatIfPanel(PairSelection *selection, ViewSettings *settings, ExplanationController *controller,
                         QWidget *parent)
    : StudyPanel(controller, parent)
    , m_settings(settings)
    , m_choice(new QComboBox(this))
    , m_grid(new FigureGrid(this))
    , m_note(makeNote())
    , m_row(QStringLiteral("what-if"), tr("The same pair with other inputs"))
{
    for (const std::vector<WhatIf> &each : alternatives())
        m_choice->addItem(each.size() == 2 ? tr("%1 and %2").arg(whatIfName(each[0]), whatIfName(each[1]))
                                           : tr("all at percentile 5, 50 and 95"));
    for (TileMosaic *&mosaic : m_mosaics) {
        mosaic = new TileMosaic(QStringLiteral("what-if"), selection, m_grid);
        m_grid->add(mosaic);
    }
    m_grid->setCount(3);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &WhatIfPanel::refresh);
    connect(settings, &ViewSettings::mosaicChanged, this, &WhatIfPanel::refresh);
    stack(tr("All inputs"), m_choice, m_grid, m_note);
}

const FigurePanel *WhatIfPanel::figure() const
{
    return &m_row;
}

QWidget *WhatIfPanel::figureWidget() const
{
    return m_mosaics[0];
}

QJsonValue WhatIfPanel::figureOption() const
{
    return m_choice->currentIndex();
}

bool WhatIfPanel::setFigureOption(const QJsonValue &option)
{
    return chooseEntry(m_choice, option);
}

QString WhatIfPanel::note() const
{
    return m_note->text();
}

void WhatIfPanel::clear()
{
    MosaicPicture empty;
    empty.title = tr("Click a pair on the map");
    for (TileMosaic *mosaic : m_mosaics)
        mosaic->setPicture(empty);
    m_row.setPictures({empty});
    m_note->clear();
}

StudyRunner::Work WhatIfPanel::work(std::shared_ptr<const Explanation> explanation)
{
    const auto &chosen = alternatives()[std::size_t(std::max(0, m_choice->currentIndex()))];
    std::vector<WhatIf> whatIfs{WhatIf()};
    whatIfs.insert(whatIfs.end(), chosen.begin(), chosen.end());
    MosaicPicture picture;
    picture.order = m_settings->order();
    picture.unit = methodUnit(methodOf(explanation->gradient->method)) + ruleRemark(explanation->method);
    const bool raises = explanation->gradient->target == AttributionTarget::RaisesDistance;
    picture.highLabel = targetName(explanation->gradient->target);
    picture.lowLabel =
        targetName(raises ? AttributionTarget::LowersDistance : AttributionTarget::RaisesDistance);
    picture.zeroMessage = tr("Gradient is exactly zero: no active path");
    return [this, explanation, whatIfs, picture](const StopToken &stop) mutable -> StudyRunner::Delivery {
        const GradientWindow &shown = *explanation->gradient;
        const auto results = explainWhatIfs(*explanation->explainer, shown.pair,
                                            {shown.channel, shown.method, shown.target}, whatIfs, stop);
        if (!results.isOk())
            return failed(results.error());
        double limit = 0;
        std::vector<MosaicPicture> pictures;
        for (const WhatIfResult &result : results.value()) {
            picture.title =
                tr("%1: %2 Å").arg(whatIfName(result.whatIf)).arg(result.outputAngstrom, 0, 'f', 1);
            picture.window = std::make_shared<const GradientWindow>(result.explanation);
            limit = std::max(limit, robustLimit(insideValues(*picture.window)));
            pictures.push_back(picture);
        }
        return [this, pictures, limit] { showFound(pictures, limit); };
    };
}

void WhatIfPanel::showFound(std::vector<MosaicPicture> pictures, double limit)
{
    for (MosaicPicture &picture : pictures) {
        picture.scale = MosaicScale::Locked;
        picture.lockedLimit = limit;
        picture.scaleName = tr("one scale for all");
    }
    m_note->setText(tr("One scale for all, that of the strongest: ±%1 %2.")
                        .arg(shortNumber(limit), pictures.front().unit));
    m_grid->setCount(int(pictures.size()));
    for (std::size_t k = 0; k < std::min(pictures.size(), m_mosaics.size()); ++k)
        m_mosaics[k]->setPicture(pictures[k]);
    m_row.setPictures(pictures);
}

} // namespace WhiteBox
