// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workbench.h"

class QMenu;

namespace WhiteBox {

/// The menu of results that were looked at in this window, sessions' among them; each opens as it was left.
class VisitedMenu : public QObject
{
    Q_OBJECT

public:
    VisitedMenu(QMenu *menu, Workbench *workbench, QObject *parent = nullptr);

private:
    void fill();

    QMenu *m_menu;
    Workbench *m_workbench;
};

} // namespace WhiteBox
