// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/setupcheck.h"

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace WhiteBox {

/// What an empty window shows: where to drop, a button for the example, and whether everything a job needs is
/// there.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void setItems(const std::vector<SetupItem> &items);
    /// A drag hovers over the window: the zone lights up.
    void setDropHighlighted(bool highlighted);

Q_SIGNALS:
    void exampleRequested();
    void openRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_zone;
    QGridLayout *m_checks;
    bool m_highlighted = false;
};

} // namespace WhiteBox
