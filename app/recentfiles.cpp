// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recentfiles.h"

#include "widgets/plaintext.h"
#include "widgets/workbench.h"

#include <QFileInfo>
#include <QMenu>
#include <QSettings>

#include <algorithm>

namespace WhiteBox {

namespace {

const auto kRecent = QStringLiteral("recentFiles");

} // namespace

RecentFiles::RecentFiles(QMenu *menu, Workbench *workbench, QObject *parent)
    : QObject(parent)
    , m_menu(menu)
    , m_workbench(workbench)
{
    connect(workbench, &Workbench::opened, this, &RecentFiles::add);
    connect(menu, &QMenu::aboutToShow, this, &RecentFiles::fill);
    fill(); // an empty menu is not opened by all styles
}

QStringList RecentFiles::paths() const
{
    return QSettings().value(kRecent).toStringList();
}

void RecentFiles::add(const QStringList &paths)
{
    QStringList kept = this->paths();
    for (const QString &path : paths) {
        const QString absolute = QFileInfo(path).absoluteFilePath();
        kept.removeAll(absolute);
        kept.prepend(absolute);
    }
    kept.resize(std::min(kept.size(), qsizetype(kMost)));
    QSettings().setValue(kRecent, kept);
}

void RecentFiles::fill()
{
    m_menu->clear();
    const QStringList kept = paths();
    for (const QString &path : kept) {
        // The file system is not asked here: a share that hangs would hang the menu.
        QString name = QFileInfo(path).fileName();
        QAction *action = m_menu->addAction(name.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setToolTip(plainToolTip(path));
        connect(action, &QAction::triggered, this, [this, path] { m_workbench->openFiles({path}); });
    }
    if (kept.isEmpty()) {
        m_menu->addAction(tr("None yet"))->setEnabled(false);
        return;
    }
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("&Forget them")), &QAction::triggered, this,
            [] { QSettings().remove(kRecent); });
}

} // namespace WhiteBox
