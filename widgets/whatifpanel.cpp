// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/whatifpanel.h"

#include "core/attribution/whatif.h"
#include "widgets/tilemosaic.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace WhiteBox {

namespace {

// The talk's constants and shifts, and what tells whether order or sign of the inputs matters.
constexpr std::array<std::array<WhatIf, 2>, 4> kAlternatives = {{
    {{{WhatIfKind::Constant, -0.3}, {WhatIfKind::Constant, 0.3}}},
    {{{WhatIfKind::Shift, -10}, {WhatIfKind::Shift, 10}}},
    {{{WhatIfKind::RandomSigns}, {WhatIfKind::Shuffled}}},
    {{{WhatIfKind::Percentile, 5}, {WhatIfKind::Percentile, 95}}},
}};

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
{
    for (const auto &alternatives : kAlternatives)
        m_choice->addItem(tr("%1 and %2").arg(whatIfName(alternatives[0]), whatIfName(alternatives[1])));
    auto *row = new QWidget(this);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (TileMosaic *&mosaic : m_mosaics) {
        mosaic = new TileMosaic(QStringLiteral("what-if"), selection, row);
        layout->addWidget(mosaic, 1);
    }
    connect(m_choice, &QComboBox::currentIndexChanged, this, &WhatIfPanel::refresh);
    connect(settings, &ViewSettings::mosaicChanged, this, &WhatIfPanel::refresh);
    stack(tr("All inputs"), m_choice, row, nullptr);
}

const FigurePanel *WhatIfPanel::figure() const
{
    return m_mosaics[1];
}

QWidget *WhatIfPanel::figureWidget() const
{
    return m_mosaics[1];
}

void WhatIfPanel::clear()
{
    MosaicPicture empty;
    empty.title = tr("Click a pair on the map");
    for (TileMosaic *mosaic : m_mosaics)
        mosaic->setPicture(empty);
}

StudyRunner::Work WhatIfPanel::work(std::shared_ptr<const Explanation> explanation)
{
    const auto &chosen = kAlternatives[std::size_t(std::max(0, m_choice->currentIndex()))];
    const std::vector<WhatIf> whatIfs{chosen[0], WhatIf(), chosen[1]};
    MosaicPicture picture;
    picture.order = m_settings->order();
    picture.unit = tr("Å per unit of input");
    picture.highLabel = targetName(explanation->gradient->target);
    picture.zeroMessage = tr("Gradient is exactly zero: no active path");
    return [this, explanation, whatIfs, picture](const StopToken &stop) mutable -> StudyRunner::Delivery {
        const GradientWindow &shown = *explanation->gradient;
        const auto results = explainWhatIfs(*explanation->explainer, shown.pair,
                                            {shown.channel, shown.method, shown.target}, whatIfs, stop);
        if (!results.isOk())
            return {};
        std::vector<MosaicPicture> pictures;
        for (const WhatIfResult &result : results.value()) {
            picture.title =
                tr("%1: %2 Å").arg(whatIfName(result.whatIf)).arg(result.outputAngstrom, 0, 'f', 1);
            picture.window = std::make_shared<const GradientWindow>(result.explanation);
            pictures.push_back(picture);
        }
        return [this, pictures] {
            for (std::size_t k = 0; k < pictures.size(); ++k)
                m_mosaics[k]->setPicture(pictures[k]);
        };
    };
}

} // namespace WhiteBox
