// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/helpmenu.h"

#include "app/manualpages.h"
#include "widgets/aboutdialog.h"
#include "widgets/manualview.h"
#include "widgets/shortcutsheet.h"

#include <QMainWindow>
#include <QMenu>

namespace WhiteBox {

HelpMenu::HelpMenu(QMainWindow *window, QMenu *menu)
    : QObject(window)
    , m_window(window)
{
    QAction *help = menu->addAction(tr("Help on this &view"), this, &HelpMenu::showFocused);
    help->setShortcut(QKeySequence::HelpContents);
    menu->addAction(tr("&Manual"), this, [this] { showManual(QStringLiteral("index.md")); });
    menu->addAction(tr("&Keyboard shortcuts"), this, [this] {
        auto *sheet = new ShortcutSheet(*m_window, m_window);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->show();
    });
    menu->addSeparator();
    menu->addAction(tr("&About White Box"), this, [this] {
        auto *about = new AboutDialog(m_window);
        about->setAttribute(Qt::WA_DeleteOnClose);
        about->show();
    });
}

void HelpMenu::showManual(const QString &page)
{
    if (!m_manual)
        m_manual = new ManualView(m_window);
    m_manual->showPage(page);
    m_manual->show();
    m_manual->raise();
    m_manual->activateWindow();
}

void HelpMenu::showFocused()
{
    showManual(manualPageOf(m_window->focusWidget()));
}

} // namespace WhiteBox
