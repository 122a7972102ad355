// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QMainWindow;
class QTreeWidget;

namespace WhiteBox {

/// Keys of a menu or of a view, with what they do.
struct ShortcutGroup
{
    QString title;
    QList<std::pair<QString, QString>> rows;
};

/// What the window's actions and its views answer to: read off the actions, so that it is never out of date.
QList<ShortcutGroup> shortcutGroups(const QMainWindow &window);

/// Shows them all, with a line that filters them.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutSheet(const QMainWindow &window, QWidget *parent = nullptr);

private:
    void filter(const QString &text);

    QTreeWidget *m_tree;
};

} // namespace WhiteBox
