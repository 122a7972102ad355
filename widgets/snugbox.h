// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

namespace WhiteBox {

/// A picture no higher than it is filled at its width, the sentence directly below it, both in the middle of
/// the height: a tall panel shows no empty half.
class SnugBox : public QWidget
{
    Q_OBJECT

public:
    /// Height that the picture fills at a width; it is less where there is less.
    using HeightFor = std::function<double(int width)>;

    /// note: null where there is none.
    SnugBox(QWidget *picture, QWidget *note, HeightFor heightFor, QWidget *parent = nullptr);

    /// After the picture has changed.
    void arrange();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Of the note at a width.
    int noteHeight(int width) const;

    QWidget *m_picture;
    QWidget *m_note;
    HeightFor m_heightFor;
};

} // namespace WhiteBox
