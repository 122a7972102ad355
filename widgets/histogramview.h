// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/arraystatistics.h"

#include <QWidget>

namespace WhiteBox {

/// How often values occur, by the logarithm of their number. What lies outside of the colours' range is
/// shaded; dragging moves the nearer end of the range, a double click gives it back.
class HistogramView : public QWidget
{
    Q_OBJECT

public:
    explicit HistogramView(QWidget *parent = nullptr);

    void setStatistics(const ArrayStatistics &statistics);
    void setRange(double low, double high);
    QSize sizeHint() const override { return {240, 64}; }
    QSize minimumSizeHint() const override { return {100, 44}; }

Q_SIGNALS:
    void rangeChosen(double low, double high);
    void rangeReset();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    double xOf(double value) const;
    double valueOf(double x) const;
    void drag(double x);

    ArrayStatistics m_statistics;
    double m_low = 0;
    double m_high = 0;
    bool m_dragsHigh = false;
};

} // namespace WhiteBox
