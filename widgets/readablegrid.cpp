// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/readablegrid.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QWidget>

namespace WhiteBox {

namespace {

class AccessibleGrid;

/// One cell. Owned by QAccessible's cache once its table has registered it.
class AccessibleCell : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    AccessibleCell(AccessibleGrid *table, GridCell cell)
        : m_table(table)
        , m_cell(cell)
    {}

    GridCell cell() const { return m_cell; }
    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this)
                                                       : nullptr;
    }

    bool isSelected() const override;
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_cell.column; }
    int rowIndex() const override { return m_cell.row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return parent(); }

private:
    AccessibleGrid *m_table;
    GridCell m_cell;
};

/// The table: cells are made when they are asked for, since a map may have millions.
class AccessibleGrid : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    AccessibleGrid(QWidget *view, const ReadableGrid *grid)
        : QAccessibleWidget(view, QAccessible::Table)
        , m_grid(grid)
    {}
    ~AccessibleGrid() override
    {
        for (const QAccessible::Id id : std::as_const(m_cells))
            QAccessible::deleteAccessibleInterface(id);
    }

    const ReadableGrid &grid() const { return *m_grid; }
    QWidget *view() const { return widget(); }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    int childCount() const override { return rowCount() * columnCount(); }
    QAccessibleInterface *child(int index) const override
    {
        return columnCount() > 0 ? cellAt(index / columnCount(), index % columnCount()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *cell = dynamic_cast<const AccessibleCell *>(child);
        return cell ? cell->rowIndex() * columnCount() + cell->columnIndex() : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPointF point = view()->mapFromGlobal(QPointF(x, y));
        for (int row = 0; row < rowCount(); ++row) {
            const QRectF first = m_grid->gridRect({row, 0});
            if (point.y() < first.top() || point.y() >= first.bottom())
                continue;
            for (int column = 0; column < columnCount(); ++column)
                if (m_grid->gridRect({row, column}).contains(point))
                    return cellAt(row, column);
        }
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        const auto current = m_grid->gridCurrent();
        return current && view()->hasFocus() ? cellAt(current->row, current->column) : nullptr;
    }

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override
    {
        if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount())
            return nullptr;
        const std::pair key(row, column);
        if (const auto known = m_cells.constFind(key); known != m_cells.cend())
            return QAccessible::accessibleInterface(*known);
        auto *cell = new AccessibleCell(const_cast<AccessibleGrid *>(this), {row, column});
        m_cells.insert(key, QAccessible::registerAccessibleInterface(cell));
        return cell;
    }
    int rowCount() const override { return m_grid->gridRows(); }
    int columnCount() const override { return m_grid->gridColumns(); }
    QString rowDescription(int row) const override { return m_grid->gridRowName(row); }
    QString columnDescription(int column) const override { return m_grid->gridColumnName(column); }
    int selectedCellCount() const override { return m_grid->gridCurrent() ? 1 : 0; }
    QList<QAccessibleInterface *> selectedCells() const override
    {
        const auto current = m_grid->gridCurrent();
        return current ? QList<QAccessibleInterface *>{cellAt(current->row, current->column)}
                       : QList<QAccessibleInterface *>();
    }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override {}

private:
    const ReadableGrid *m_grid;
    mutable QHash<std::pair<int, int>, QAccessible::Id> m_cells;
};

bool AccessibleCell::isValid() const
{
    return m_table->isValid() && m_cell.row < m_table->rowCount() && m_cell.column < m_table->columnCount();
}

QWindow *AccessibleCell::window() const
{
    return m_table->window();
}

QAccessibleInterface *AccessibleCell::parent() const
{
    return m_table;
}

QString AccessibleCell::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Name && isValid() ? m_table->grid().gridText(m_cell) : QString();
}

QRect AccessibleCell::rect() const
{
    const QRect inside = m_table->grid().gridRect(m_cell).toAlignedRect();
    return {m_table->view()->mapToGlobal(inside.topLeft()), inside.size()};
}

QAccessible::State AccessibleCell::state() const
{
    QAccessible::State state;
    state.selectable = true;
    state.focusable = true;
    state.selected = isSelected();
    state.focused = state.selected && m_table->view()->hasFocus();
    state.offscreen = !m_table->view()->rect().intersects(m_table->grid().gridRect(m_cell).toAlignedRect());
    return state;
}

bool AccessibleCell::isSelected() const
{
    return m_table->grid().gridCurrent() == m_cell;
}

QAccessibleInterface *makeGrid(const QString &, QObject *object)
{
    const auto *grid = dynamic_cast<const ReadableGrid *>(object);
    auto *view = qobject_cast<QWidget *>(object);
    return grid && view ? new AccessibleGrid(view, grid) : nullptr;
}

} // namespace

ReadableGrid::ReadableGrid()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeGrid);
        return true;
    }();
    Q_UNUSED(installed)
}

void ReadableGrid::announceCurrent(QWidget *view) const
{
    const auto current = gridCurrent();
    if (!QAccessible::isActive() || !current || !view->hasFocus())
        return;
    QAccessibleEvent event(view, QAccessible::Focus);
    event.setChild(current->row * gridColumns() + current->column);
    QAccessible::updateAccessibility(&event);
}

} // namespace WhiteBox
