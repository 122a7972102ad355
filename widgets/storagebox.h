// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/storetrim.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace WhiteBox {

class Workbench;

/// Which jobs keep their couplings, and trimming the library at once: what would go is shown before it goes.
class StorageBox : public QWidget
{
    Q_OBJECT

public:
    explicit StorageBox(Workbench *workbench, QWidget *parent = nullptr);

    Retention retention() const;

private:
    void showChoice();
    void ask();
    void takePlan(const Result<TrimPlan> &plan);
    void showPlan();
    void showUnfinished();
    void trim();
    void takeMeasured(qint64 bytes, qint64 won);

    Workbench *m_workbench;
    QComboBox *m_keep;
    QSpinBox *m_number;
    QPushButton *m_now;
    QPushButton *m_confirm;
    QPushButton *m_refuse;
    QLabel *m_text;
    QCheckBox *m_also;    ///< what unfinished jobs left, where a plan tells of some
    TrimPlan m_plan;      ///< that is shown, if any
    int m_asked = 0;      ///< counts the plans asked for: the last one is shown
    bool m_trims = false; ///< the text says so
};

} // namespace WhiteBox
