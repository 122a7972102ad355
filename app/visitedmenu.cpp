// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/visitedmenu.h"

#include "widgets/plaintext.h"

#include <QFileInfo>
#include <QMenu>

namespace WhiteBox {

VisitedMenu::VisitedMenu(QMenu *menu, Workbench *workbench, QObject *parent)
    : QObject(parent)
    , m_menu(menu)
    , m_workbench(workbench)
{
    menu->setObjectName(QStringLiteral("visitedMenu"));
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, &VisitedMenu::fill);
    fill(); // an empty menu is not opened by all styles
}

void VisitedMenu::fill()
{
    m_menu->clear();
    const VisitedResults &visited = m_workbench->visited();
    for (int k = 0; k < int(visited.all().size()); ++k) {
        const VisitedResult &each = visited.all()[std::size_t(k)];
        QString text = each.name;
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        if (!each.path.isEmpty())
            text = tr("%1 (session %2)").arg(text, QFileInfo(each.path).completeBaseName());
        QAction *action = m_menu->addAction(text, this, [this, k] { m_workbench->openVisited(k); });
        action->setToolTip(plainToolTip(each.path.isEmpty() ? tr("Job %1").arg(each.jobId) : each.path));
        action->setCheckable(true);
        action->setChecked(k == visited.current());
    }
    if (visited.all().empty())
        m_menu->addAction(tr("None yet"))->setEnabled(false);
}

} // namespace WhiteBox
