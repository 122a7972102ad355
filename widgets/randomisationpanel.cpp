// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/randomisationpanel.h"

#include "core/attribution/trusttests.h"
#include "widgets/plotpanel.h"

#include <QComboBox>
#include <QLabel>

#include <array>
#include <cmath>

namespace WhiteBox {

namespace {

// Okabe–Ito colours with a mark each, so that nothing rests on colour alone.
constexpr std::array<QRgb, kExplanationMethods.size()> kMethodColors = {0xFF0072B2, 0xFFE69F00, 0xFF009E73,
                                                                        0xFFCC79A7, 0xFFD55E00, 0xFF56B4E9};
constexpr std::array kMethodMarks = {PlotSeries::Mark::Disc,         PlotSeries::Mark::Triangle,
                                     PlotSeries::Mark::Square,       PlotSeries::Mark::Diamond,
                                     PlotSeries::Mark::TriangleDown, PlotSeries::Mark::Cross};

double similarityOf(const WindowSimilarity &similarity, int measure)
{
    return measure == 0 ? similarity.spearman : measure == 1 ? similarity.spearmanAbsolute : similarity.ssim;
}

QString similarityText(double similarity)
{
    return std::isnan(similarity) ? RandomisationPanel::tr("nothing (it is exactly zero)")
                                  : QString::number(similarity, 'f', 2);
}

/// similarities: after 0, 1, … random layers.
QString randomisationNote(ExplanationMethod method, const std::vector<double> &similarities)
{
    return RandomisationPanel::tr(
               "A method that explains this network falls to about 0 when its weights are random (Adebayo "
               "et al. 2018). With the output's layer random the %1 keeps %2, with all layers %3.")
        .arg(methodInSentence(method), similarityText(similarities.at(1)),
             similarityText(similarities.back()));
}

QString blankText(const std::vector<RandomisationStep> &steps)
{
    int networks = 0;
    int blank = 0;
    for (const RandomisationStep &step : steps) {
        networks += step.networks;
        blank += step.blankNetworks;
    }
    const QString text =
        RandomisationPanel::tr(" Medians over %1 networks a step.").arg(steps.front().networks);
    return blank == 0
               ? text
               : text + RandomisationPanel::tr(" %1 of %2 have no active path to this pair and are left out.")
                            .arg(blank)
                            .arg(networks);
}

} // namespace

RandomisationPanel::RandomisationPanel(ExplanationController *controller, QWidget *parent)
    : StudyPanel(controller, parent)
    , m_measure(new QComboBox(this))
    , m_plot(new PlotPanel(QStringLiteral("randomisation"), this))
    , m_note(makeNote())
{
    m_measure->addItems({tr("Spearman, values"), tr("Spearman, magnitudes"), tr("SSIM of the tiles")});
    connect(m_measure, &QComboBox::currentIndexChanged, this, &RandomisationPanel::refresh);
    stack(tr("Similarity"), m_measure, m_plot, m_note);
}

const FigurePanel *RandomisationPanel::figure() const
{
    return m_plot;
}

QWidget *RandomisationPanel::figureWidget() const
{
    return m_plot;
}

QJsonValue RandomisationPanel::figureOption() const
{
    return m_measure->currentIndex();
}

bool RandomisationPanel::setFigureOption(const QJsonValue &option)
{
    return chooseEntry(m_measure, option);
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
        QString blank;
        std::optional<Error> failure; // what the other methods keep is told all the same
        for (std::size_t m = 0; m < kExplanationMethods.size(); ++m) {
            const auto steps = randomiseWeights(*explanation->explainer, shown.pair, shown.channel,
                                                kExplanationMethods[m], shown.target, {}, stop);
            if (!steps.isOk() && steps.error().isCancelled())
                return {};
            if (!steps.isOk()) {
                failure = steps.error();
                continue;
            }
            PlotSeries series{methodName(kExplanationMethods[m]),
                              {0},
                              {1},
                              QColor::fromRgb(kMethodColors[m]),
                              PlotSeries::Look::LineAndMarks,
                              kMethodMarks[m]};
            for (const RandomisationStep &step : steps.value()) {
                series.x.push_back(step.randomisedLayers);
                series.y.push_back(similarityOf(step.similarity, measure));
            }
            if (kExplanationMethods[m] == explanation->method) {
                ofShown = series.y;
                blank = blankText(steps.value());
            }
            picture.series.push_back(std::move(series));
        }
        if (picture.series.empty() && failure)
            return failed(*failure);
        const QString text =
            ofShown.empty() ? QString() : randomisationNote(explanation->method, ofShown) + blank;
        return [this, picture, text, failure] {
            m_plot->setPicture(picture);
            m_note->setText(text);
            if (failure)
                tellFailure(*failure);
        };
    };
}

} // namespace WhiteBox
