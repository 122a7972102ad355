// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/statisticspanel.h"

#include "widgets/colorbar.h"
#include "widgets/histogramview.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace WhiteBox {

namespace {

QDoubleSpinBox *makeEnd(const QString &name, QWidget *parent)
{
    auto *end = new QDoubleSpinBox(parent);
    end->setRange(-1e9, 1e9);
    end->setDecimals(5);
    end->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    end->setKeyboardTracking(false);
    end->setAccessibleName(name);
    end->setToolTip(name);
    return end;
}

} // namespace

StatisticsPanel::StatisticsPanel(QWidget *parent)
    : QWidget(parent)
    , m_numbers(new QLabel(this))
    , m_histogram(new HistogramView(this))
    , m_low(makeEnd(tr("Lowest value of the colours"), this))
    , m_high(makeEnd(tr("Highest value of the colours"), this))
    , m_automatic(new QPushButton(tr("Automatic"), this))
{
    m_numbers->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_numbers->setWordWrap(true);
    auto *range = new QHBoxLayout;
    range->addWidget(m_low, 1);
    range->addWidget(new QLabel(QStringLiteral("…"), this));
    range->addWidget(m_high, 1);
    range->addWidget(m_automatic);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_numbers);
    column->addWidget(m_histogram);
    column->addLayout(range);
    const auto typed = [this] { Q_EMIT rangeChosen(m_low->value(), m_high->value()); };
    connect(m_low, &QDoubleSpinBox::valueChanged, this, typed);
    connect(m_high, &QDoubleSpinBox::valueChanged, this, typed);
    connect(m_histogram, &HistogramView::rangeChosen, this, &StatisticsPanel::rangeChosen);
    connect(m_histogram, &HistogramView::rangeReset, this, &StatisticsPanel::rangeReset);
    connect(m_automatic, &QPushButton::clicked, this, &StatisticsPanel::rangeReset);
    setStatistics({});
}

void StatisticsPanel::setStatistics(const ArrayStatistics &statistics)
{
    m_histogram->setStatistics(statistics);
    setEnabled(statistics.values > 0);
    if (statistics.values == 0) {
        m_numbers->setText(tr("No numbers"));
        return;
    }
    QString text =
        tr("%1 values: min %2, max %3, mean %4, sd %5, %6 % zeros")
            .arg(statistics.values)
            .arg(shortNumber(statistics.least), shortNumber(statistics.most), shortNumber(statistics.mean),
                 shortNumber(statistics.deviation), shortNumber(100 * statistics.zeroShare));
    if (statistics.missing > 0)
        text += tr("; %1 without a number").arg(statistics.missing);
    m_numbers->setText(text);
}

void StatisticsPanel::setRange(double low, double high, bool custom)
{
    m_histogram->setRange(low, high);
    const QSignalBlocker blockers[] = {QSignalBlocker(m_low), QSignalBlocker(m_high)};
    m_low->setValue(low);
    m_high->setValue(high);
    m_automatic->setEnabled(custom);
}

QString StatisticsPanel::text() const
{
    return m_numbers->text();
}

} // namespace WhiteBox
