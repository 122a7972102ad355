// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/axisrow.h"

#include "widgets/plaintext.h"

#include <QComboBox>
#include <QGridLayout>
#include <QIcon>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace WhiteBox {

namespace {

constexpr int kFrame = 200;       ///< milliseconds that an index is shown while playing
constexpr qint64 kMeasured = 999; ///< labels whose width is looked at

/// A padlock, its shackle open or shut.
QIcon padlock(bool shut, const QColor &color)
{
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(6, 15, 20, 14), 2, 2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 3));
    const double left = shut ? 10 : 17;
    painter.drawArc(QRectF(left, 4, 12, 16), 0, 180 * 16);
    painter.drawLine(QPointF(left + 12, 12), QPointF(left + 12, shut ? 16 : 12));
    painter.drawLine(QPointF(left, 12), QPointF(left, 16));
    return pixmap;
}

/// A text that gives way where there is no room for all of it.
class ElidedLabel : public QLabel
{
public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override
    {
        return {std::min(kLeast, sizeHint().width()), sizeHint().height()};
    }
    QSize sizeHint() const override
    {
        return {std::max(m_least, fontMetrics().horizontalAdvance(text()) + 2), fontMetrics().height()};
    }
    /// Room that is asked for whatever the text.
    void setUsualWidth(int width)
    {
        m_least = width;
        updateGeometry();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }

private:
    static constexpr int kLeast = 48;
    int m_least = 0;
};

} // namespace

AxisRow::AxisRow(int axis, const ArrayView &view, QGridLayout *grid, QWidget *parent)
    : QObject(parent)
    , m_axis(axis)
    , m_first(view.axes()[std::size_t(axis)].first)
    , m_name(new ElidedLabel(view.axes()[std::size_t(axis)].name, parent))
    , m_roles(new QComboBox(parent))
    , m_slider(new QSlider(Qt::Horizontal, parent))
    , m_number(new QSpinBox(parent))
    , m_category(new ElidedLabel(parent))
    , m_lock(new QToolButton(parent))
    , m_play(new QToolButton(parent))
{
    const QString name = m_name->text();
    m_name->setTextFormat(Qt::PlainText);
    m_category->setTextFormat(Qt::PlainText);
    const auto last = int(std::max<qint64>(0, view.axes()[std::size_t(axis)].extent - 1));
    m_roles->addItems({tr("slice"), tr("row ↓"), tr("column →"), tr("tile row ↓"), tr("tile column →")});
    m_roles->setAccessibleName(tr("Role of %1").arg(name));
    m_slider->setRange(0, last);
    m_slider->setMinimumWidth(60);
    m_slider->setAccessibleName(tr("Index of %1").arg(name));
    m_number->setRange(int(m_first), int(m_first) + last);
    m_number->setAccessibleName(tr("Number of %1").arg(name));
    m_number->setKeyboardTracking(false);
    m_lock->setCheckable(true);
    m_lock->setToolTip(tr("Keep this index when another pair or cell is looked at"));
    m_lock->setAccessibleName(tr("Lock %1").arg(name));
    m_play->setArrowType(Qt::RightArrow);
    m_play->setCheckable(true);
    m_play->setToolTip(tr("Play: one index after the other"));
    m_play->setAccessibleName(tr("Play %1").arg(name));
    // The longest text has room: nothing jumps while an axis is played.
    int widest = 0;
    for (qint64 k = 0; k <= std::min<qint64>(last, kMeasured); ++k)
        widest = std::max(widest, m_category->fontMetrics().horizontalAdvance(categoryOf(view, k)));
    static_cast<ElidedLabel *>(m_category)->setUsualWidth(widest);
    m_name->setToolTip(plainToolTip(name));
    m_timer.setInterval(kFrame);
    // Two lines: one below the other they fit beside a picture, whatever the axes are called.
    QWidget *const upper[] = {m_name, m_roles, m_category, m_lock, m_play};
    for (int column = 0; column < kColumns; ++column)
        grid->addWidget(upper[column], 2 * axis, column);
    grid->addWidget(m_slider, 2 * axis + 1, 0, 1, kCategoryColumn + 1);
    grid->addWidget(m_number, 2 * axis + 1, kCategoryColumn + 1, 1, kColumns - kCategoryColumn - 1);

    connect(m_roles, &QComboBox::activated, this,
            [this](int role) { Q_EMIT roleChosen(m_axis, AxisRole(role)); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int index) { Q_EMIT indexChosen(m_axis, index); });
    connect(m_number, &QSpinBox::valueChanged, this,
            [this](int number) { Q_EMIT indexChosen(m_axis, number - m_first); });
    connect(m_lock, &QToolButton::toggled, this, [this](bool locked) { Q_EMIT lockChosen(m_axis, locked); });
    connect(m_play, &QToolButton::toggled, this, [this](bool on) { on ? m_timer.start() : m_timer.stop(); });
    connect(&m_timer, &QTimer::timeout, this, [this] { Q_EMIT ticked(m_axis); });
    show(view);
}

AxisRow::~AxisRow()
{
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_name, m_roles, m_slider, m_number, m_category, m_lock, m_play})
        delete each;
}

void AxisRow::show(const ArrayView &view)
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_roles), QSignalBlocker(m_slider),
                                       QSignalBlocker(m_number), QSignalBlocker(m_lock)};
    const bool hidden = view.role(m_axis) == AxisRole::Slice;
    const bool locked = view.isLocked(m_axis);
    m_roles->setCurrentIndex(int(view.role(m_axis)));
    m_slider->setValue(int(view.index(m_axis)));
    m_number->setValue(int(m_first + view.index(m_axis)));
    m_category->setText(categoryOf(view, view.index(m_axis)));
    m_category->setToolTip(plainToolTip(m_category->text()));
    m_lock->setChecked(locked);
    m_lock->setIcon(padlock(locked, m_lock->palette().color(QPalette::ButtonText)));
    for (QWidget *each : std::initializer_list<QWidget *>{m_slider, m_number, m_category, m_lock, m_play})
        each->setVisible(hidden);
    m_slider->setEnabled(!locked);
    m_number->setEnabled(!locked);
    m_play->setEnabled(!locked);
    if (!hidden || locked)
        m_play->setChecked(false);
}

QString AxisRow::categoryOf(const ArrayView &view, qint64 index) const
{
    return QStringLiteral("%1 = %2").arg(m_name->text(), view.label(m_axis, index));
}

QString AxisRow::category() const
{
    return m_category->text();
}

} // namespace WhiteBox
