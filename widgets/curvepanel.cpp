// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curvepanel.h"

#include "core/attribution/perturbation.h"
#include "core/attribution/similarity.h"
#include "widgets/colorbar.h"
#include "widgets/plotpanel.h"

#include <QDoubleSpinBox>
#include <QLabel>

#include <algorithm>

namespace WhiteBox {

namespace {

constexpr int kCurvePoints = 41;

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

/// kinks: the next one on either side of 0, if any.
QString straightText(const std::vector<Kink> &kinks, const std::vector<PerturbationPoint> &curve)
{
    if (curve.front().switchedUnits < 0)
        return CurvePanel::tr("This network does not tell where its units switch.");
    double from = curve.front().coefficient;
    double to = curve.back().coefficient;
    for (const Kink &kink : kinks)
        (kink.coefficient < 0 ? from : to) = kink.coefficient;
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

PlotPicture curvePicture(const std::vector<PerturbationPoint> &curve, const Explanation &explanation)
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
    picture.title = CurvePanel::tr("%1 along the %2")
                        .arg(channelName(explanation.gradient->channel),
                             methodName(explanation.gradient->method).toLower());
    picture.xLabel = CurvePanel::tr("coefficient");
    picture.yLabel = CurvePanel::tr("predicted distance (Å)");
    picture.series = {std::move(tangent), std::move(predicted)};
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
            return {};
        const auto kinks = perturbationKinks(explainer, direction, direction.channel, -last, last, 1, stop);
        if (!kinks.isOk())
            return {};
        const QString note = straightText(kinks.value(), curve.value()) + u' ' + knownText(*explanation);
        return [this, note, picture = curvePicture(curve.value(), *explanation)] {
            m_plot->setPicture(picture);
            m_note->setText(note);
        };
    };
}

} // namespace WhiteBox
