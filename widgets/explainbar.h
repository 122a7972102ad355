// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pairselection.h"
#include "widgets/viewsettings.h"

#include <QToolBar>

#include <string>

class QComboBox;
class QLineEdit;

namespace WhiteBox {

/// The tool bar's choices: pair, channel, method with its caveat, target, scale, and the map's halves.
class ExplainBar : public QToolBar
{
    Q_OBJECT

public:
    /// What is offered: the top L/divisor pairs marked (0: none), and the nearest residues.
    static constexpr int kDivisors[] = {0, 5, 2, 1};
    static constexpr int kSeparations[] = {6, 12, 24};

    ExplainBar(PairSelection *selection, ViewSettings *settings, QWidget *parent = nullptr);

    /// Letters of the query, for "L12-V40"; empty: no result.
    void setSequence(const std::string &sequence);
    /// Truth and error can be chosen only where a structure is known.
    void setHasTruth(bool hasTruth);
    void focusPair();

Q_SIGNALS:
    void pairRejected(const WhiteBox::Error &error);
    /// A pair was typed in and is selected: keys are for the map again.
    void pairEntered();

private:
    QComboBox *addChoice(const QString &label, const QStringList &texts, const QString &toolTip);
    void showPair();
    void showSettings();
    void enterPair();
    void connectChoices();

    PairSelection *m_selection;
    ViewSettings *m_settings;
    std::string m_sequence;
    QLineEdit *m_pair;
    QComboBox *m_channel;
    QComboBox *m_method;
    QComboBox *m_target;
    QComboBox *m_scale;
    QComboBox *m_lower;
    QComboBox *m_upper;
    QComboBox *m_marks;
    QComboBox *m_separation;
};

} // namespace WhiteBox
