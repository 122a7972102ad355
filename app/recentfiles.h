// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QMenu;

namespace WhiteBox {

class Workbench;

/// The files that were opened last, as a menu that opens them again. Kept in the user's settings, newest
/// first.
class RecentFiles : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMost = 10;

    /// Both outlive it; the menu is filled whenever it is about to be shown.
    RecentFiles(QMenu *menu, Workbench *workbench, QObject *parent = nullptr);

    QStringList paths() const;

private:
    void add(const QStringList &paths);
    void fill();

    QMenu *m_menu;
    Workbench *m_workbench;
};

} // namespace WhiteBox
