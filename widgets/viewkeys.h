// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

namespace WhiteBox {

/// What keys do in a view that has the focus, beside the window's menus. A test presses each of them.
struct ViewKeys
{
    QString view; ///< "Distance map"
    struct Entry
    {
        QList<QKeyCombination> keys;
        QString text;
    };
    QList<Entry> entries;
    /// What the mouse does there: a gesture and its meaning.
    QList<std::pair<QString, QString>> mouse;
};

ViewKeys mapKeys();
ViewKeys mosaicKeys();
ViewKeys plotKeys();
ViewKeys arrayKeys();

/// All of the above.
QList<ViewKeys> viewKeys();

} // namespace WhiteBox
