// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/explanationmethod.h"
#include "widgets/mosaicpainter.h"
#include "widgets/resultlayers.h"

#include <QObject>

namespace WhiteBox {

/// How a result is looked at: channel, method, sign of the target, scale and what the map's halves show.
/// The one owner of these choices, as PairSelection is of the pair.
class ViewSettings : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    int channel() const { return m_channel; }
    ExplanationMethod method() const { return m_method; }
    AttributionTarget target() const { return m_target; }
    MosaicScale scale() const { return m_scale; }
    /// Limits that the locked scale keeps, for the gradient and for the couplings.
    double lockedGradient() const { return m_lockedGradient; }
    double lockedCouplings() const { return m_lockedCouplings; }
    ResidueOrder order() const { return m_order; }
    MatrixContent lower() const { return m_lower; }
    MatrixContent upper() const { return m_upper; }
    /// The top L/divisor pairs are marked on the map; 0: none.
    int markedDivisor() const { return m_markedDivisor; }
    /// Of ranked and marked pairs, residues.
    int minimumSeparation() const { return m_minimumSeparation; }

    void setChannel(int channel);
    /// A locked scale ends where the unit changes.
    void setMethod(ExplanationMethod method);
    void setTarget(AttributionTarget target);
    void setScale(MosaicScale scale);
    void setLockedLimits(double gradient, double couplings);
    void setOrder(ResidueOrder order);
    void setLower(MatrixContent content);
    void setUpper(MatrixContent content);
    void setMarkedDivisor(int divisor);
    void setMinimumSeparation(int residues);

Q_SIGNALS:
    /// Channel, method or target: an explanation has to be computed anew.
    void explanationChanged();
    /// Scale or order: the same numbers look different.
    void mosaicChanged();
    /// Channel or content: the map has to be made anew.
    void layersChanged();
    /// Which pairs are ranked and marked.
    void marksChanged();

private:
    int m_channel = 3;
    ExplanationMethod m_method = ExplanationMethod::Guided;
    AttributionTarget m_target = AttributionTarget::RaisesDistance;
    MosaicScale m_scale = MosaicScale::Global;
    double m_lockedGradient = 0;
    double m_lockedCouplings = 0;
    ResidueOrder m_order = ResidueOrder::Ccmpred;
    MatrixContent m_lower = MatrixContent::Predicted;
    MatrixContent m_upper = MatrixContent::CouplingScore;
    int m_markedDivisor = 0;
    int m_minimumSeparation = 6;
};

/// "Guided backpropagation".
QString methodName(ExplanationMethod method);
/// The same within a sentence: "guided backprop". Languages differ in what they capitalise.
QString methodInSentence(ExplanationMethod method);
/// What must be known of a method before its pictures are believed; one or two sentences.
QString methodCaveat(ExplanationMethod method);
/// The same in one short line.
QString methodCaution(ExplanationMethod method);
/// Of the values of its windows.
QString methodUnit(ExplanationMethod method);
/// Where only the three rules can be asked and another method is shown: ", by plain gradient"; else empty.
QString ruleRemark(ExplanationMethod method);
/// "raises distance" or "lowers distance".
QString targetName(AttributionTarget target);

} // namespace WhiteBox
