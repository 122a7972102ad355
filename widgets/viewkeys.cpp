// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewkeys.h"

#include <QCoreApplication>

namespace WhiteBox {

namespace {

struct Keys
{
    Q_DECLARE_TR_FUNCTIONS(ViewKeys)
};

const QList<QKeyCombination> kArrows{Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down};
const QList<QKeyCombination> kShiftArrows{Qt::SHIFT | Qt::Key_Left, Qt::SHIFT | Qt::Key_Right,
                                          Qt::SHIFT | Qt::Key_Up, Qt::SHIFT | Qt::Key_Down};
const QList<QKeyCombination> kZoom{Qt::Key_Plus, Qt::Key_Minus};

} // namespace

ViewKeys mapKeys()
{
    return {Keys::tr("Distance map"),
            {{kArrows, Keys::tr("move the pair by one residue")},
             {kShiftArrows, Keys::tr("move the pair by ten residues")},
             {kZoom, Keys::tr("zoom around the pair")},
             {{Qt::Key_0}, Keys::tr("show all")}},
            {{Keys::tr("click, drag"), Keys::tr("explain the pair under the pointer")},
             {Keys::tr("wheel"), Keys::tr("zoom")},
             {Keys::tr("right drag, Ctrl+drag"), Keys::tr("zoom into a rectangle")},
             {Keys::tr("middle drag, Alt+drag"), Keys::tr("move the map")},
             {Keys::tr("double click"), Keys::tr("show all")}}};
}

ViewKeys mosaicKeys()
{
    return {Keys::tr("Tiles"),
            {{kArrows, Keys::tr("move the cursor within the tile")},
             {kShiftArrows, Keys::tr("move the cursor to another tile")},
             {{Qt::Key_Return}, Keys::tr("enlarge the tile, or show all tiles")},
             {{Qt::Key_Escape}, Keys::tr("show all tiles; take the cursor away")}},
            {{Keys::tr("move"), Keys::tr("show this cell in every view")},
             {Keys::tr("double click"), Keys::tr("enlarge the tile, or show all tiles")}}};
}

ViewKeys plotKeys()
{
    return {Keys::tr("Plots"),
            {{kArrows, Keys::tr("move the plot")},
             {kZoom, Keys::tr("zoom")},
             {{Qt::Key_0}, Keys::tr("show all")}},
            {{Keys::tr("drag"), Keys::tr("move the plot")},
             {Keys::tr("wheel"), Keys::tr("zoom")},
             {Keys::tr("double click"), Keys::tr("show all")}}};
}

ViewKeys arrayKeys()
{
    return {
        Keys::tr("Array scroller"),
        {{kArrows, Keys::tr("move the cursor")}, {kShiftArrows, Keys::tr("move the cursor to another tile")}},
        {{Keys::tr("move"), Keys::tr("read the value under the pointer")}}};
}

QList<ViewKeys> viewKeys()
{
    return {mapKeys(), mosaicKeys(), plotKeys(), arrayKeys()};
}

} // namespace WhiteBox
