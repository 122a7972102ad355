// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cellwalk.h"

#include <QKeyEvent>

#include <algorithm>

namespace WhiteBox {

namespace {

struct Step
{
    int down = 0;
    int right = 0;
};

std::optional<Step> stepOf(int key)
{
    switch (key) {
    case Qt::Key_Up:
        return Step{-1, 0};
    case Qt::Key_Down:
        return Step{1, 0};
    case Qt::Key_Left:
        return Step{0, -1};
    case Qt::Key_Right:
        return Step{0, 1};
    default:
        return std::nullopt;
    }
}

int walked(int state, int step, ResidueOrder order)
{
    const auto states = statesInOrder(order);
    const auto at = std::find(states.begin(), states.end(), state) - states.begin();
    return states[std::size_t(std::clamp(int(at) + step, 0, kStates - 1))];
}

bool escapes(const QKeyEvent &event, PairSelection &selection)
{
    if (event.key() != Qt::Key_Escape || !selection.hoveredCell())
        return false;
    selection.setHoveredCell(std::nullopt);
    return true;
}

WindowCell cursorOf(const PairSelection &selection)
{
    const auto open = selection.openTile();
    return selection.hoveredCell().value_or(open ? WindowCell{open->a, open->b} : WindowCell{});
}

/// An enlarged tile follows the cursor.
void moveTo(const WindowCell &cell, PairSelection &selection)
{
    selection.setHoveredCell(cell);
    if (selection.openTile())
        selection.setOpenTile(cell.tile());
}

} // namespace

bool walkCell(const QKeyEvent &event, const GradientWindow &window, ResidueOrder order,
              PairSelection &selection)
{
    if (event.modifiers().testFlag(Qt::ShiftModifier))
        return walkTile(event, order, selection);
    const auto step = stepOf(event.key());
    if (!step)
        return escapes(event, selection);
    const int r = window.radius();
    WindowCell cell = cursorOf(selection);
    cell.di = std::clamp(cell.di + step->down, -r, r);
    cell.dj = std::clamp(cell.dj + step->right, -r, r);
    if (window.isInside(cell.di, cell.dj))
        moveTo(cell, selection);
    return true;
}

bool walkTile(const QKeyEvent &event, ResidueOrder order, PairSelection &selection)
{
    const auto step = stepOf(event.key());
    if (!step)
        return escapes(event, selection);
    WindowCell cell = cursorOf(selection);
    cell.a = walked(cell.a, step->down, order);
    cell.b = walked(cell.b, step->right, order);
    moveTo(cell, selection);
    return true;
}

} // namespace WhiteBox
