// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include <vector>

class QGridLayout;

namespace WhiteBox {

/// Pictures of one kind in as many columns as make them largest: side by side where there is width, one below
/// the other where there is height. None becomes smaller than its minimumSizeHint(): then the area scrolls.
class FigureGrid : public QScrollArea
{
    Q_OBJECT

public:
    explicit FigureGrid(QWidget *parent = nullptr);

    /// Takes the picture.
    void add(QWidget *picture);
    /// Shows the first count of the pictures.
    void setCount(int count);
    int count() const { return m_count; }
    int columns() const { return m_columns; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QGridLayout *m_layout;
    std::vector<QWidget *> m_pictures;
    int m_count = 0;
    int m_columns = 1;
};

} // namespace WhiteBox
