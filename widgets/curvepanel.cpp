// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curvepanel.h"

#include "core/attribution/perturbation.h"
#include "widgets/plotpanel.h"

#include <QDoubleSpinBox>
#include <QLabel>

#include <cmath>

namespace WhiteBox {

namespace {

constexpr int kCurvePoints = 41;

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
    findTrusted(curve, explanation.inputRange, picture);
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
    m_span->setValue(0.1);
    m_span->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_span->setToolTip(tr("1: the largest step of one input is as large as this protein's largest coupling"));
    connect(m_span, &QDoubleSpinBox::valueChanged, this, &CurvePanel::refresh);
    stack(tr("Range ×"), m_span, m_plot, m_note);
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

} // namespace WhiteBox
