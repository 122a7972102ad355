// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shortcutsheet.h"

#include "widgets/viewkeys.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace WhiteBox {

namespace {

QString plainText(const QAction &action)
{
    QString text = action.text();
    text.remove(QLatin1Char('&'));
    while (text.endsWith(QLatin1Char('.')) || text.endsWith(QChar(0x2026)))
        text.chop(1);
    return text;
}

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &key : action.shortcuts())
        keys << key.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral(", "));
}

void collect(const QList<QAction *> &actions, ShortcutGroup &group, QSet<const QAction *> &seen)
{
    for (const QAction *action : actions) {
        if (action->menu())
            collect(action->menu()->actions(), group, seen);
        if (action->shortcut().isEmpty() || seen.contains(action))
            continue;
        seen.insert(action);
        group.rows << std::pair{keysOf(*action), plainText(*action)};
    }
}

ShortcutGroup groupOf(const ViewKeys &keys)
{
    ShortcutGroup group{keys.view, {}};
    for (const ViewKeys::Entry &entry : keys.entries) {
        QStringList names;
        for (const QKeyCombination key : entry.keys)
            names << QKeySequence(key).toString(QKeySequence::NativeText);
        group.rows << std::pair{names.join(QStringLiteral(", ")), entry.text};
    }
    group.rows << keys.mouse;
    return group;
}

/// Rows of a font's own height cut the dots of an Ö.
class RoomyDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 4);
    }
};

} // namespace

QList<ShortcutGroup> shortcutGroups(const QMainWindow &window)
{
    QList<ShortcutGroup> groups;
    QSet<const QAction *> seen;
    const QMenuBar *bar = window.findChild<QMenuBar *>(QString(), Qt::FindDirectChildrenOnly);
    for (const QAction *menu : bar ? bar->actions() : QList<QAction *>()) {
        ShortcutGroup group{plainText(*menu), {}};
        if (menu->menu())
            collect(menu->menu()->actions(), group, seen);
        groups << group;
    }
    ShortcutGroup others{ShortcutSheet::tr("Elsewhere"), {}};
    collect(window.findChildren<QAction *>(), others, seen);
    groups << others;
    for (const ViewKeys &keys : viewKeys())
        groups << groupOf(keys);
    groups.removeIf([](const ShortcutGroup &group) { return group.rows.isEmpty(); });
    return groups;
}

ShortcutSheet::ShortcutSheet(const QMainWindow &window, QWidget *parent)
    : QDialog(parent)
    , m_tree(new QTreeWidget(this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(560, 680);
    m_tree->setAccessibleName(windowTitle());
    m_tree->setItemDelegate(new RoomyDelegate(m_tree));
    m_tree->setHeaderLabels({tr("What it does"), tr("Keys and mouse")});
    m_tree->setRootIsDecorated(false);
    m_tree->setSelectionMode(QAbstractItemView::NoSelection);
    for (const ShortcutGroup &group : shortcutGroups(window)) {
        auto *title = new QTreeWidgetItem(m_tree, {group.title});
        title->setFirstColumnSpanned(true);
        QFont bold = font();
        bold.setBold(true);
        title->setFont(0, bold);
        for (const auto &[keys, text] : group.rows)
            new QTreeWidgetItem(title, {text, keys});
    }
    m_tree->expandAll();
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    auto *wanted = new QLineEdit(this);
    wanted->setPlaceholderText(tr("Filter"));
    wanted->setAccessibleName(wanted->placeholderText());
    wanted->setClearButtonEnabled(true);
    connect(wanted, &QLineEdit::textChanged, this, &ShortcutSheet::filter);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(wanted);
    layout->addWidget(m_tree, 1);
    layout->addWidget(buttons);
}

void ShortcutSheet::filter(const QString &text)
{
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g) {
        QTreeWidgetItem *group = m_tree->topLevelItem(g);
        bool any = false;
        for (int r = 0; r < group->childCount(); ++r) {
            QTreeWidgetItem *row = group->child(r);
            const bool fits = row->text(0).contains(text, Qt::CaseInsensitive) ||
                              row->text(1).contains(text, Qt::CaseInsensitive);
            row->setHidden(!fits);
            any = any || fits;
        }
        group->setHidden(!any);
    }
}

} // namespace WhiteBox
