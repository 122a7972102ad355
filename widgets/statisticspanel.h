// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/arraystatistics.h"

#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace WhiteBox {

class HistogramView;

/// Numbers of a slice, its histogram, and the range of the colours: dragged, typed or automatic.
class StatisticsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit StatisticsPanel(QWidget *parent = nullptr);

    void setStatistics(const ArrayStatistics &statistics);
    /// custom: chosen by hand.
    void setRange(double low, double high, bool custom);
    QString text() const;
    HistogramView *histogram() const { return m_histogram; }
    QDoubleSpinBox *high() const { return m_high; }

Q_SIGNALS:
    void rangeChosen(double low, double high);
    void rangeReset();

private:
    QLabel *m_numbers;
    HistogramView *m_histogram;
    QDoubleSpinBox *m_low;
    QDoubleSpinBox *m_high;
    QPushButton *m_automatic;
};

} // namespace WhiteBox
