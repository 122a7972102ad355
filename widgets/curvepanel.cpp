// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curvepanel.h"

#include "core/attribution/perturbation.h"
#include "core/attribution/similarity.h"
#include "widgets/colorbar.h"
#include "widgets/plotpanel.h"

#include <QDoubleSpinBox>
#include <QLabel>

#include <algorithm>
#include <iterator>

namespace WhiteBox {

namespace {

constexpr int kCurvePoints = 41;
constexpr int kKinks = 8; // on either side: more would lie on one another

/// Between which coefficients every input stays inside of what is known.
TrustedSpan trustedSpan(const std::vector<PerturbationPoint> &curve, const InputRange &known)
{
    TrustedSpan span;
    for (const PerturbationPoint &point : curve) {
        if (!known.contains({point.least, point.most}))
            continue;
        span.from = std::min(span.from, point.coefficient);
        span.to = std::max(span.to, point.coefficient);
    }
    return span;
}

/// kinks: the next ones on either side of 0, in order, if any.
QString straightText(const std::vector<Kink> &kinks, const std::vector<PerturbationPoint> &curve)
{
    if (curve.front().switchedUnits < 0)
        return CurvePanel::tr("This network does not tell where its units switch.");
    double from = curve.front().coefficient;
    double to = curve.back().coefficient;
    for (const Kink &kink : kinks) {
        if (kink.coefficient < 0)
            from = kink.coefficient;
        else
            to = std::min(to, kink.coefficient);
    }
    return CurvePanel::tr(
               "The curve is piecewise linear, straight from %1 to %2; by its ends %3 and %4 units of "
               "the network have switched.")
        .arg(shortNumber(from), shortNumber(to))
        .arg(curve.front().switchedUnits)
        .arg(curve.back().switchedUnits);
}

QString knownText(const Explanation &explanation)
{
    const QString range = CurvePanel::tr("%1 to %2")
                              .arg(shortNumber(double(explanation.knownInputs.least)),
                                   shortNumber(double(explanation.knownInputs.most)));
    return explanation.isTrainedOn
               ? CurvePanel::tr("Shaded: inputs beyond those of the training, %1.").arg(range)
               : CurvePanel::tr("Shaded: inputs beyond this protein's, %1; the network's card does not tell "
                                "those of its training.")
                     .arg(range);
}

/// Where they lie on the curve: straight pieces lead from one to the next.
PlotSeries kinkMarks(const std::vector<Kink> &kinks, double outputAngstrom)
{
    PlotSeries marks{CurvePanel::tr("nearest kinks, up to %1 a side").arg(kKinks),
                     {},
                     {},
                     QColor(0x00, 0x72, 0xB2),
                     PlotSeries::Look::Marks,
                     PlotSeries::Mark::Diamond};
    const auto after =
        std::find_if(kinks.begin(), kinks.end(), [](const Kink &k) { return k.coefficient > 0; });
    const auto walk = [&](auto from, auto to) {
        double x = 0;
        double y = outputAngstrom;
        for (; from != to; ++from) {
            y += from->slopeBefore * (from->coefficient - x);
            x = from->coefficient;
            marks.x.push_back(x);
            marks.y.push_back(y);
        }
    };
    walk(std::make_reverse_iterator(after), kinks.rend());
    std::reverse(marks.x.begin(), marks.x.end());
    std::reverse(marks.y.begin(), marks.y.end());
    walk(after, kinks.end());
    return marks;
}

PlotPicture curvePicture(const std::vector<PerturbationPoint> &curve, const std::vector<Kink> &kinks,
                         const Explanation &explanation)
{
    PlotSeries predicted{CurvePanel::tr("predicted"), {}, {}, QColor(0xD5, 0x5E, 0x00)};
    PlotSeries tangent{CurvePanel::tr("tangent"), {}, {}, {}, PlotSeries::Look::Dashed};
    for (const PerturbationPoint &point : curve) {
        predicted.x.push_back(point.coefficient);
        predicted.y.push_back(point.outputAngstrom);
        tangent.x.push_back(point.coefficient);
        tangent.y.push_back(point.tangentAngstrom);
    }
    PlotPicture picture;
    picture.title =
        CurvePanel::tr("%1 along the %2")
            .arg(channelName(explanation.gradient->channel), methodInSentence(explanation.method));
    picture.xLabel = CurvePanel::tr("coefficient");
    picture.yLabel = CurvePanel::tr("predicted distance (Å)");
    picture.series = {std::move(tangent), std::move(predicted)};
    const ResiduePair pair = explanation.gradient->pair;
    const double output =
        double(explanation.explainer->output().at(explanation.gradient->channel, pair.i, pair.j));
    if (!kinks.empty())
        picture.series.push_back(kinkMarks(kinks, output));
    picture.trusted = trustedSpan(curve, explanation.knownInputs);
    return picture;
}

} // namespace

CurvePanel::CurvePanel(ExplanationController *controller, QWidget *parent)
    : StudyPanel(controller, parent)
    , m_span(new QDoubleSpinBox(this))
    , m_plot(new PlotPanel(QStringLiteral("curve"), this))
    , m_note(makeNote())
{
    m_span->setRange(0.05, 50);
    m_span->setDecimals(2);
    m_span->setValue(0.25);
    m_span->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_span->setToolTip(
        tr("1: at the ends one input has moved by as much as the coevolution's colour scale spans"));
    connect(m_span, &QDoubleSpinBox::valueChanged, this, &CurvePanel::refresh);
    stack(tr("Range ×"), m_span, m_plot, m_note);
}

QString CurvePanel::note() const
{
    return m_note->text();
}

void CurvePanel::setSpan(double span)
{
    m_span->setValue(span);
}

const FigurePanel *CurvePanel::figure() const
{
    return m_plot;
}

QWidget *CurvePanel::figureWidget() const
{
    return m_plot;
}

QJsonValue CurvePanel::figureOption() const
{
    return m_span->value();
}

bool CurvePanel::setFigureOption(const QJsonValue &option)
{
    const double span = option.toDouble(m_span->value());
    if (!(option.isNull() || option.isDouble()) || span < m_span->minimum() || span > m_span->maximum())
        return false;
    setSpan(span);
    return true;
}

void CurvePanel::clear()
{
    showMessage(tr("Click a pair on the map"));
}

void CurvePanel::showMessage(const QString &text)
{
    PlotPicture none;
    none.message = text;
    m_plot->setPicture(std::move(none));
    m_note->clear();
}

StudyRunner::Work CurvePanel::work(std::shared_ptr<const Explanation> explanation)
{
    const double span = m_span->value();
    return [this, explanation, span](const StopToken &stop) -> StudyRunner::Delivery {
        const GradientWindow &direction = *explanation->gradient;
        const double largest = double(largestMagnitude(direction));
        if (largest <= 0)
            return [this] {
                showMessage(tr("The gradient is exactly zero: there is no direction to move along"));
            };
        const double last = span * robustLimit(insideValues(*explanation->couplings)) / largest;
        if (last <= 0)
            return [this] { showMessage(tr("All inputs are exactly zero: there is no scale to move by")); };
        const Explainer &explainer = *explanation->explainer;
        const auto curve =
            perturbationCurve(explainer, direction, direction.channel, -last, last, kCurvePoints, stop);
        if (!curve.isOk())
            return failed(curve.error());
        const auto kinks =
            perturbationKinks(explainer, direction, direction.channel, -last, last, kKinks, stop);
        if (!kinks.isOk())
            return failed(kinks.error());
        const QString note = straightText(kinks.value(), curve.value()) + u' ' + knownText(*explanation);
        return [this, note, picture = curvePicture(curve.value(), kinks.value(), *explanation)] {
            m_plot->setPicture(picture);
            m_note->setText(note);
        };
    };
}

} // namespace WhiteBox
