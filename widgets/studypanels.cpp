// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studypanels.h"

#include "core/attribution/perturbation.h"
#include "core/attribution/trusttests.h"
#include "core/attribution/whatif.h"
#include "core/attribution/windowstatistics.h"
#include "widgets/pairheatmap.h"
#include "widgets/plotpanel.h"
#include "widgets/scattergrid.h"
#include "widgets/tilemosaic.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace WhiteBox {

namespace {

constexpr int kCurvePoints = 41;
constexpr std::array kMethods = {AttributionMethod::Gradient, AttributionMethod::Deconvnet,
                                 AttributionMethod::Guided};
// Okabe–Ito colours with a mark each, so that nothing rests on colour alone.
constexpr std::array<QRgb, 3> kMethodColors = {0xFF0072B2, 0xFFE69F00, 0xFF009E73};
constexpr std::array kMethodMarks = {PlotSeries::Mark::Disc, PlotSeries::Mark::Triangle,
                                     PlotSeries::Mark::Square};

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
        return StudyPanel::tr("original");
    case WhatIfKind::Constant:
        return StudyPanel::tr("all %1").arg(value);
    case WhatIfKind::Shift:
        return StudyPanel::tr("shifted by %1").arg(value);
    case WhatIfKind::RandomSigns:
        return StudyPanel::tr("random signs");
    case WhatIfKind::Shuffled:
        return StudyPanel::tr("shuffled");
    case WhatIfKind::Percentile:
        return StudyPanel::tr("all at percentile %1").arg(value);
    }
    return {};
}

QLabel *makeNote(QWidget *parent)
{
    auto *note = new QLabel(parent);
    note->setWordWrap(true);
    note->setMargin(4);
    note->setMinimumWidth(100);
    note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont font = note->font();
    font.setPointSizeF(font.pointSizeF() * 0.85);
    note->setFont(font);
    return note;
}

/// One line of options above, the picture, a sentence below.
void stack(QWidget *panel, const QString &label, QWidget *option, QWidget *picture, QWidget *note)
{
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(2);
    if (option) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(6, 0, 6, 0);
        auto *name = new QLabel(label, panel);
        name->setBuddy(option);
        row->addWidget(name);
        row->addWidget(option);
        row->addStretch();
        column->addLayout(row);
    }
    column->addWidget(picture, 1);
    if (note)
        column->addWidget(note);
}

double largestSize(const std::vector<float> &values)
{
    double largest = 0;
    for (const float v : values)
        largest = std::max(largest, double(std::abs(v)));
    return largest;
}

/// Between which coefficients every input stays inside of what the protein's couplings span.
void findTrusted(const std::vector<PerturbationPoint> &curve, const InputRange &range, PlotPicture &picture)
{
    for (const PerturbationPoint &point : curve) {
        if (point.least < range.least || point.most > range.most)
            continue;
        picture.trustedFrom = std::min(picture.trustedFrom, point.coefficient);
        picture.trustedTo = std::max(picture.trustedTo, point.coefficient);
    }
}

PlotPicture curvePicture(const std::vector<PerturbationPoint> &curve, const Explanation &explanation)
{
    PlotSeries predicted{StudyPanel::tr("predicted"), {}, {}, QColor(0xD5, 0x5E, 0x00)};
    PlotSeries tangent{StudyPanel::tr("tangent"), {}, {}, {}, PlotSeries::Look::Dashed};
    for (const PerturbationPoint &point : curve) {
        predicted.x.push_back(point.coefficient);
        predicted.y.push_back(point.outputAngstrom);
        tangent.x.push_back(point.coefficient);
        tangent.y.push_back(point.tangentAngstrom);
    }
    PlotPicture picture;
    picture.title = StudyPanel::tr("%1 along the %2")
                        .arg(channelName(explanation.gradient->channel),
                             methodName(explanation.gradient->method).toLower());
    picture.xLabel = StudyPanel::tr("coefficient");
    picture.yLabel = StudyPanel::tr("predicted distance (Å)");
    picture.series = {std::move(tangent), std::move(predicted)};
    findTrusted(curve, explanation.inputRange, picture);
    return picture;
}

double similarityOf(const WindowSimilarity &similarity, int measure)
{
    return measure == 0 ? similarity.spearman : measure == 1 ? similarity.spearmanAbsolute : similarity.ssim;
}

QString similarityText(double similarity)
{
    return std::isnan(similarity) ? StudyPanel::tr("nothing (it is exactly zero)")
                                  : QString::number(similarity, 'f', 2);
}

/// similarities: after 0, 1, … random layers.
QString randomisationNote(AttributionMethod method, const std::vector<double> &similarities)
{
    return StudyPanel::tr(
               "A method that explains this network falls to about 0 when its weights are random (Adebayo "
               "et al. 2018). With the output's layer random the %1 keeps %2, with all layers %3.")
        .arg(methodName(method).toLower(), similarityText(similarities.at(1)),
             similarityText(similarities.back()));
}

} // namespace

StudyPanel::StudyPanel(ExplanationController *controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
{
    connect(controller, &ExplanationController::explanationChanged, this, &StudyPanel::refresh);
}

void StudyPanel::refresh()
{
    m_stale = !isVisible();
    const auto explanation = m_controller->current();
    if (!explanation) {
        m_runner.stop();
        clear();
    } else if (m_stale) {
        m_runner.stop();
    } else {
        m_runner.start(work(explanation));
    }
}

void StudyPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

CurvePanel::CurvePanel(ExplanationController *controller, QWidget *parent)
    : StudyPanel(controller, parent)
    , m_span(new QDoubleSpinBox(this))
    , m_plot(new PlotPanel(QStringLiteral("curve"), this))
    , m_note(makeNote(this))
{
    m_span->setRange(0.05, 50);
    m_span->setDecimals(2);
    m_span->setValue(0.1);
    m_span->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_span->setToolTip(tr("1: the largest step of one input is as large as this protein's largest coupling"));
    connect(m_span, &QDoubleSpinBox::valueChanged, this, &CurvePanel::refresh);
    stack(this, tr("Range ×"), m_span, m_plot, m_note);
    m_note->setText(
        tr("The curve is piecewise linear: it leaves its tangent where units of the network switch. Shaded: "
           "inputs beyond any coupling of this protein, where the network was never asked."));
}

const FigurePanel *CurvePanel::figure() const
{
    return m_plot;
}

QWidget *CurvePanel::figureWidget() const
{
    return m_plot;
}

void CurvePanel::clear()
{
    PlotPicture empty;
    empty.message = tr("Click a pair on the map");
    m_plot->setPicture(std::move(empty));
}

StudyRunner::Work CurvePanel::work(std::shared_ptr<const Explanation> explanation)
{
    const double span = m_span->value();
    return [this, explanation, span](const StopToken &stop) -> StudyRunner::Delivery {
        const GradientWindow &direction = *explanation->gradient;
        const double largest = largestSize(direction.values);
        if (largest <= 0)
            return [this] {
                PlotPicture none;
                none.message = tr("The gradient is exactly zero: there is no direction to move along");
                m_plot->setPicture(std::move(none));
            };
        const double reach =
            double(std::max(std::abs(explanation->inputRange.least), explanation->inputRange.most));
        const double last = span * reach / largest;
        const auto curve = perturbationCurve(*explanation->explainer, direction, direction.channel, -last,
                                             last, kCurvePoints, stop);
        if (!curve.isOk())
            return {};
        return [this, picture = curvePicture(curve.value(), *explanation)] { m_plot->setPicture(picture); };
    };
}

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
    stack(this, tr("All inputs"), m_choice, row, nullptr);
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

ScatterPanel::ScatterPanel(PairSelection *selection, ExplanationController *controller, QWidget *parent)
    : StudyPanel(controller, parent)
    , m_grid(new ScatterGrid(selection, this))
    , m_pages(new QComboBox(this))
{
    for (int first = 0; first < kBlock; first += ScatterGrid::kPerPage) {
        const int last = std::min(first + ScatterGrid::kPerPage, int(kBlock)) - 1;
        m_pages->addItem(QStringLiteral("%1 … %2").arg(tileName(first), tileName(last)), first);
    }
    m_pages->addItem(tr("All together"), -1);
    connect(m_pages, &QComboBox::currentIndexChanged, this,
            [this] { m_grid->setFirstTile(m_pages->currentData().toInt()); });
    stack(this, tr("Amino-acid pairs"), m_pages, m_grid, nullptr);
}

const FigurePanel *ScatterPanel::figure() const
{
    return m_grid;
}

QWidget *ScatterPanel::figureWidget() const
{
    return m_grid;
}

void ScatterPanel::clear()
{
    m_grid->setWindows(nullptr, nullptr);
}

StudyRunner::Work ScatterPanel::work(std::shared_ptr<const Explanation> explanation)
{
    return [this, explanation](const StopToken &) -> StudyRunner::Delivery {
        return [this, explanation] { m_grid->setWindows(explanation->gradient, explanation->couplings); };
    };
}

CorrelationPanel::CorrelationPanel(ViewSettings *settings, ExplanationController *controller, QWidget *parent)
    : StudyPanel(controller, parent)
    , m_settings(settings)
    , m_map(new PairHeatMap(QStringLiteral("correlation"), this))
{
    connect(settings, &ViewSettings::mosaicChanged, this, &CorrelationPanel::refresh);
    stack(this, {}, nullptr, m_map, nullptr);
}

const FigurePanel *CorrelationPanel::figure() const
{
    return m_map;
}

QWidget *CorrelationPanel::figureWidget() const
{
    return m_map;
}

void CorrelationPanel::clear()
{
    PairHeatMapPicture empty;
    empty.title = tr("Click a pair on the map");
    m_map->setPicture(std::move(empty));
}

StudyRunner::Work CorrelationPanel::work(std::shared_ptr<const Explanation> explanation)
{
    const ResidueOrder order = m_settings->order();
    return [this, explanation, order](const StopToken &) -> StudyRunner::Delivery {
        PairHeatMapPicture picture;
        picture.title = tr("Correlation of gradient and coevolution over the window");
        picture.values = tileCorrelations(*explanation->gradient, *explanation->couplings);
        picture.bar.scale = ColorScale::symmetric(1, {});
        picture.bar.highLabel = tr("alike");
        picture.bar.lowLabel = tr("opposed");
        picture.order = order;
        return [this, picture] { m_map->setPicture(picture); };
    };
}

SignPanel::SignPanel(PairSelection *selection, ViewSettings *settings, ExplanationController *controller,
                     QWidget *parent)
    : StudyPanel(controller, parent)
    , m_settings(settings)
    , m_mosaic(new TileMosaic(QStringLiteral("sign-weighted"), selection, this))
    , m_note(makeNote(this))
{
    connect(settings, &ViewSettings::mosaicChanged, this, &SignPanel::refresh);
    stack(this, {}, nullptr, m_mosaic, m_note);
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

void SignPanel::clear()
{
    MosaicPicture empty;
    empty.title = tr("Click a pair on the map");
    m_mosaic->setPicture(std::move(empty));
    m_note->clear();
}

StudyRunner::Work SignPanel::work(std::shared_ptr<const Explanation> explanation)
{
    MosaicPicture picture;
    picture.scale = m_settings->scale() == MosaicScale::Locked ? MosaicScale::Global : m_settings->scale();
    picture.order = m_settings->order();
    picture.title = tr("%1 × sign of the coupling").arg(methodName(explanation->gradient->method));
    picture.unit = tr("Å per unit of input");
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
        };
    };
}

RandomisationPanel::RandomisationPanel(ExplanationController *controller, QWidget *parent)
    : StudyPanel(controller, parent)
    , m_measure(new QComboBox(this))
    , m_plot(new PlotPanel(QStringLiteral("randomisation"), this))
    , m_note(makeNote(this))
{
    m_measure->addItems({tr("Spearman, values"), tr("Spearman, magnitudes"), tr("SSIM of the tiles")});
    connect(m_measure, &QComboBox::currentIndexChanged, this, &RandomisationPanel::refresh);
    stack(this, tr("Similarity"), m_measure, m_plot, m_note);
}

const FigurePanel *RandomisationPanel::figure() const
{
    return m_plot;
}

QWidget *RandomisationPanel::figureWidget() const
{
    return m_plot;
}

QString RandomisationPanel::note() const
{
    return m_note->text();
}

void RandomisationPanel::clear()
{
    PlotPicture empty;
    empty.message = tr("Click a pair on the map");
    m_plot->setPicture(std::move(empty));
    m_note->clear();
}

StudyRunner::Work RandomisationPanel::work(std::shared_ptr<const Explanation> explanation)
{
    const int measure = m_measure->currentIndex();
    PlotPicture picture;
    picture.title = tr("Likeness to the picture of the network with random weights");
    picture.xLabel = tr("layers randomised, from the output");
    picture.yLabel = m_measure->currentText();
    picture.countsOnX = true;
    return [this, explanation, measure, picture](const StopToken &stop) mutable -> StudyRunner::Delivery {
        const GradientWindow &shown = *explanation->gradient;
        std::vector<double> ofShown;
        for (std::size_t m = 0; m < kMethods.size(); ++m) {
            const auto steps = randomiseWeights(*explanation->explainer, shown.pair, shown.channel,
                                                kMethods[m], shown.target, 1, stop);
            if (!steps.isOk())
                return {};
            PlotSeries series{methodName(kMethods[m]),
                              {0},
                              {1},
                              QColor::fromRgb(kMethodColors[m]),
                              PlotSeries::Look::LineAndMarks,
                              kMethodMarks[m]};
            for (const RandomisationStep &step : steps.value()) {
                series.x.push_back(step.randomisedLayers);
                series.y.push_back(similarityOf(step.similarity, measure));
            }
            if (kMethods[m] == shown.method)
                ofShown = series.y;
            picture.series.push_back(std::move(series));
        }
        const QString text = randomisationNote(shown.method, ofShown);
        return [this, picture, text] {
            m_plot->setPicture(picture);
            m_note->setText(text);
        };
    };
}

} // namespace WhiteBox
