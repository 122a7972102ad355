// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewsettings.h"

namespace WhiteBox {

void ViewSettings::setChannel(int channel)
{
    if (m_channel == channel)
        return;
    m_channel = channel;
    Q_EMIT layersChanged();
    Q_EMIT explanationChanged();
}

void ViewSettings::setMethod(ExplanationMethod method)
{
    if (m_method == method)
        return;
    const bool unitChanges = isInAngstrom(m_method) != isInAngstrom(method);
    m_method = method;
    if (unitChanges && m_scale == MosaicScale::Locked)
        setScale(MosaicScale::Global);
    Q_EMIT explanationChanged();
}

void ViewSettings::setTarget(AttributionTarget target)
{
    if (m_target == target)
        return;
    m_target = target;
    Q_EMIT explanationChanged();
}

void ViewSettings::setScale(MosaicScale scale)
{
    if (m_scale == scale)
        return;
    m_scale = scale;
    Q_EMIT mosaicChanged();
}

void ViewSettings::setLockedLimits(double gradient, double couplings)
{
    m_lockedGradient = gradient;
    m_lockedCouplings = couplings;
    Q_EMIT mosaicChanged();
}

void ViewSettings::setOrder(ResidueOrder order)
{
    if (m_order == order)
        return;
    m_order = order;
    Q_EMIT mosaicChanged();
}

void ViewSettings::setLower(MatrixContent content)
{
    if (m_lower == content)
        return;
    m_lower = content;
    Q_EMIT layersChanged();
}

void ViewSettings::setUpper(MatrixContent content)
{
    if (m_upper == content)
        return;
    m_upper = content;
    Q_EMIT layersChanged();
}

void ViewSettings::setMarkedDivisor(int divisor)
{
    if (m_markedDivisor == divisor)
        return;
    m_markedDivisor = divisor;
    Q_EMIT marksChanged();
}

void ViewSettings::setMinimumSeparation(int residues)
{
    if (m_minimumSeparation == residues)
        return;
    m_minimumSeparation = residues;
    Q_EMIT marksChanged();
}

QString methodName(ExplanationMethod method)
{
    switch (method) {
    case ExplanationMethod::Gradient:
        return ViewSettings::tr("Plain gradient");
    case ExplanationMethod::Deconvnet:
        return ViewSettings::tr("Backward deconvnet");
    case ExplanationMethod::Guided:
        return ViewSettings::tr("Guided backprop");
    case ExplanationMethod::InputTimesGradient:
        return ViewSettings::tr("Input × gradient");
    case ExplanationMethod::IntegratedGradients:
        return ViewSettings::tr("Integrated gradients");
    case ExplanationMethod::SmoothGrad:
        return ViewSettings::tr("SmoothGrad");
    }
    return {};
}

QString methodInSentence(ExplanationMethod method)
{
    switch (method) {
    case ExplanationMethod::Gradient:
        return ViewSettings::tr("plain gradient");
    case ExplanationMethod::Deconvnet:
        return ViewSettings::tr("backward deconvnet");
    case ExplanationMethod::Guided:
        return ViewSettings::tr("guided backprop");
    case ExplanationMethod::InputTimesGradient:
        return ViewSettings::tr("input × gradient");
    case ExplanationMethod::IntegratedGradients:
        return ViewSettings::tr("integrated gradients");
    case ExplanationMethod::SmoothGrad:
        return ViewSettings::tr("SmoothGrad");
    }
    return {};
}

QString methodCaveat(ExplanationMethod method)
{
    switch (method) {
    case ExplanationMethod::Gradient:
        return ViewSettings::tr(
            "Plain gradient: exact, but only for infinitely small changes of the couplings.");
    case ExplanationMethod::Deconvnet:
        return ViewSettings::tr(
            "Deconvnet ignores the input: without pooling, away from the borders its tiles are "
            "the same for every pair and every protein.");
    case ExplanationMethod::Guided:
        return ViewSettings::tr(
            "Guided backprop may not depend on the model: it changes too little when weights are "
            "randomised (Adebayo et al. 2018). Compare with the plain gradient.");
    case ExplanationMethod::InputTimesGradient:
        return ViewSettings::tr("Input × gradient sums up to the distance with the biases' part, but looks "
                                "like the input: large couplings stand out whatever the network makes of "
                                "them (Adebayo et al. 2018).");
    case ExplanationMethod::IntegratedGradients:
        return ViewSettings::tr("Integrated gradients sum up to the change from no couplings at all: a "
                                "starting point that is no protein, and the picture depends on it "
                                "(Sundararajan et al. 2017).");
    case ExplanationMethod::SmoothGrad:
        return ViewSettings::tr("SmoothGrad is the mean of plain gradients at 32 noisy inputs, which are no "
                                "proteins: its values belong to no single prediction (Smilkov et al. 2017).");
    }
    return {};
}

QString methodCaution(ExplanationMethod method)
{
    switch (method) {
    case ExplanationMethod::Gradient:
        return ViewSettings::tr("Plain gradient: exact only for infinitely small changes.");
    case ExplanationMethod::Deconvnet:
        return ViewSettings::tr("Deconvnet ignores the input: the same tiles for every pair.");
    case ExplanationMethod::Guided:
        return ViewSettings::tr(
            "Guided backprop may not depend on the model: compare with the plain gradient.");
    case ExplanationMethod::InputTimesGradient:
        return ViewSettings::tr("Input × gradient looks like the input: compare with the plain gradient.");
    case ExplanationMethod::IntegratedGradients:
        return ViewSettings::tr("Integrated gradients start from no couplings, which is no protein.");
    case ExplanationMethod::SmoothGrad:
        return ViewSettings::tr("SmoothGrad averages over noisy inputs, which are no proteins.");
    }
    return {};
}

QString methodUnit(ExplanationMethod method)
{
    return isInAngstrom(method) ? ViewSettings::tr("Å") : ViewSettings::tr("Å per unit of input");
}

QString ruleRemark(ExplanationMethod method)
{
    const ExplanationMethod shown = methodOf(ruleOf(method));
    return shown == method ? QString() : ViewSettings::tr(", by %1").arg(methodInSentence(shown));
}

QString targetName(AttributionTarget target)
{
    return target == AttributionTarget::RaisesDistance ? ViewSettings::tr("raises distance")
                                                       : ViewSettings::tr("lowers distance");
}

} // namespace WhiteBox
