// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/arrayview.h"

#include <QObject>
#include <QTimer>

class QComboBox;
class QGridLayout;
class QLabel;
class QSlider;
class QSpinBox;
class QToolButton;
class QWidget;

namespace WhiteBox {

/// The controls of one axis in two lines of a grid: name and role, and for a hidden axis what the index
/// means, padlock and play, below them slider and number. Keeps nothing of the view but what it shows.
class AxisRow : public QObject
{
    Q_OBJECT

public:
    static constexpr int kColumns = 5;
    static constexpr int kCategoryColumn = 2; ///< the one that takes the room there is

    AxisRow(int axis, const ArrayView &view, QGridLayout *grid, QWidget *parent);
    ~AxisRow() override;

    void show(const ArrayView &view);
    QComboBox *roles() const { return m_roles; }
    QSlider *slider() const { return m_slider; }
    QSpinBox *number() const { return m_number; }
    QToolButton *lock() const { return m_lock; }
    QToolButton *play() const { return m_play; }
    QString category() const;

Q_SIGNALS:
    void roleChosen(int axis, WhiteBox::AxisRole role);
    void indexChosen(int axis, qint64 index);
    void lockChosen(int axis, bool locked);
    /// Time for the next index while playing.
    void ticked(int axis);

private:
    QString categoryOf(const ArrayView &view, qint64 index) const;

    int m_axis;
    qint64 m_first; ///< number that the first entry is shown with
    QLabel *m_name;
    QComboBox *m_roles;
    QSlider *m_slider;
    QSpinBox *m_number;
    QLabel *m_category;
    QToolButton *m_lock;
    QToolButton *m_play;
    QTimer m_timer;
};

} // namespace WhiteBox
