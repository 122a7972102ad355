// SPDX-License-Identifier: GPL-3.0-or-later
// Views that paint a table tell screen readers of it through QAccessibleTableInterface.
#pragma once

#include <QRectF>
#include <QString>

#include <optional>

class QWidget;

namespace WhiteBox {

struct GridCell
{
    int row = 0;
    int column = 0;
    bool operator==(const GridCell &) const = default;
};

/// What a view says of its cells. A widget that inherits it is an accessible table.
class ReadableGrid
{
public:
    virtual ~ReadableGrid() = default;

    virtual int gridRows() const = 0;
    virtual int gridColumns() const = 0;
    /// "row 12 Leu, column 40 Val, predicted 6.3 Å, true 5.8 Å".
    virtual QString gridText(GridCell cell) const = 0;
    /// "12 Leu".
    virtual QString gridRowName(int row) const = 0;
    virtual QString gridColumnName(int column) const = 0;
    /// The selected one, or nothing.
    virtual std::optional<GridCell> gridCurrent() const = 0;
    /// In the widget; may lie outside of what is visible.
    virtual QRectF gridRect(GridCell cell) const = 0;

protected:
    /// Makes Qt ask for grids; once.
    ReadableGrid();
    ReadableGrid(const ReadableGrid &) = default;
    ReadableGrid &operator=(const ReadableGrid &) = default;
    /// Tells that another cell is the current one.
    void announceCurrent(QWidget *view) const;
};

} // namespace WhiteBox
