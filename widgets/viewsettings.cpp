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

void ViewSettings::setMethod(AttributionMethod method)
{
    if (m_method == method)
        return;
    m_method = method;
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

QString methodName(AttributionMethod method)
{
    switch (method) {
    case AttributionMethod::Gradient:
        return ViewSettings::tr("Plain gradient");
    case AttributionMethod::Deconvnet:
        return ViewSettings::tr("Backward deconvnet");
    case AttributionMethod::Guided:
        return ViewSettings::tr("Guided backprop");
    }
    return {};
}

QString methodCaveat(AttributionMethod method)
{
    switch (method) {
    case AttributionMethod::Gradient:
        return ViewSettings::tr(
            "Plain gradient: exact, but only for infinitely small changes of the couplings.");
    case AttributionMethod::Deconvnet:
        return ViewSettings::tr(
            "Deconvnet ignores the input: without pooling, away from the borders its tiles are "
            "the same for every pair and every protein.");
    case AttributionMethod::Guided:
        return ViewSettings::tr(
            "Guided backprop may not depend on the model: it changes too little when weights are "
            "randomised (Adebayo et al. 2018). Compare with the plain gradient.");
    }
    return {};
}

QString methodCaution(AttributionMethod method)
{
    switch (method) {
    case AttributionMethod::Gradient:
        return ViewSettings::tr("Plain gradient: exact only for infinitely small changes.");
    case AttributionMethod::Deconvnet:
        return ViewSettings::tr("Deconvnet ignores the input: the same tiles for every pair.");
    case AttributionMethod::Guided:
        return ViewSettings::tr(
            "Guided backprop may not depend on the model: compare with the plain gradient.");
    }
    return {};
}

QString targetName(AttributionTarget target)
{
    return target == AttributionTarget::RaisesDistance ? ViewSettings::tr("raises distance")
                                                       : ViewSettings::tr("lowers distance");
}

} // namespace WhiteBox
