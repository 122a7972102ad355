// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/setupcheck.h"

#include <QWidget>

class QGridLayout;
class QLabel;

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
    void databaseRequested();
    /// The built-in engine in the place of one that is missing.
    void builtInEngineRequested();
    void checkRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addItem(int row, const SetupItem &item);
    /// What mends an item, or null.
    QWidget *makeFix(const SetupItem &item);

    QWidget *m_zone;
    QGridLayout *m_checks;
    QLabel *m_checked; ///< when
    bool m_highlighted = false;
};

} // namespace WhiteBox
