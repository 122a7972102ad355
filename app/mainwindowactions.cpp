// SPDX-License-Identifier: GPL-3.0-or-later
// Menus, shortcuts and dialogs of the main window.
#include "app/helpmenu.h"
#include "app/jobsmenu.h"
#include "app/mainwindow.h"
#include "app/opennetwork.h"
#include "app/perspectives.h"
#include "app/recentfiles.h"
#include "app/talkmaker.h"
#include "app/visitedmenu.h"
#include "widgets/explainbar.h"
#include "widgets/explanationpanels.h"
#include "widgets/figuredrag.h"
#include "widgets/figurerecipe.h"
#include "widgets/matrixview.h"
#include "widgets/messagebanner.h"
#include "widgets/pairhistory.h"
#include "widgets/textview.h"

#include <QAbstractItemView>
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QLayout>
#include <QMenuBar>
#include <QMimeData>
#include <QRegularExpression>
#include <QStatusBar>
#include <QToolBar>

namespace WhiteBox {

QAction *MainWindow::addAction(QMenu *menu, const QString &text, const QKeySequence &key,
                               std::function<void()> does)
{
    auto *action = menu->addAction(text);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [does = std::move(does)] { does(); });
    return action;
}

void MainWindow::makeMenus()
{
    makeFileMenu();
    makeEditMenu();
    makeGoMenu();
    new JobsMenu(this, m_workbench);
    makeExplainMenu();
    makeViewMenu();
    makeHelpMenu();
}

void MainWindow::makeFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    addAction(menu, tr("&New job"), QKeySequence::New, [this] { m_workbench->closeResult(); });
    addAction(menu, tr("&Open files…"), QKeySequence::Open, [this] { chooseFiles(); });
    QMenu *recent = menu->addMenu(tr("Open &recent"));
    recent->setObjectName(QStringLiteral("recentMenu"));
    recent->setToolTipsVisible(true);
    new RecentFiles(recent, m_workbench, this);
    addAction(menu, tr("&Save session…"), QKeySequence::Save, [this] { saveSession(); });
    addAction(menu, tr("&Paste a sequence or link"), QKeySequence::Paste,
              [this] { take(QApplication::clipboard()->mimeData()); });
    addAction(menu, tr("Open the &example"), {}, [this] { m_workbench->openExample(); });
    addAction(menu, tr("Open net&work…"), {}, [this] { openNetwork(this, m_workbench); });
    addAction(menu, tr("Choose the &database…"), {},
              [this] { showPreferences(PreferencesDialog::Page::Database); });
    makeEngineMenu(menu->addMenu(tr("Couplings en&gine")));
    menu->addSeparator();
    addAction(menu, tr("&Export panel…"), QKeySequence(Qt::CTRL | Qt::Key_E),
              [this] { chooseExport(focusedPanel()); });
    addAction(menu, tr("Export &figure page…"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_E),
              [this] { chooseExport(nullptr); });
    addAction(menu, tr("Export &data…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
              [this] { exportData(); });
    addAction(menu, tr("&Copy panel"), QKeySequence::Copy, [this] { copyPanel(*focusedPanel()); });
    addAction(menu, tr("Copy &values"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
              [this] { copyValues(); });
    menu->addSeparator();
    addAction(menu, tr("&Quit"), QKeySequence::Quit, [this] { close(); });
}

void MainWindow::makeEditMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("E&dit"));
    menu->setObjectName(QStringLiteral("editMenu"));
    QAction *preferences = addAction(menu, tr("&Preferences…"), QKeySequence(Qt::CTRL | Qt::Key_Comma),
                                     [this] { showPreferences(PreferencesDialog::Page::Tools); });
    preferences->setMenuRole(QAction::PreferencesRole);
}

void MainWindow::makeEngineMenu(QMenu *menu)
{
    menu->setObjectName(QStringLiteral("engineMenu"));
    auto *group = new QActionGroup(menu);
    const std::pair<CouplingsEngine, QString> engines[] = {
        {CouplingsEngine::BuiltIn, tr("&Built in (ccmpred's answer, faster)")},
        {CouplingsEngine::Ccmpred, tr("An installed &ccmpred")}};
    for (const auto &[engine, text] : engines) {
        QAction *action =
            addAction(menu, text, {}, [this, chosen = engine] { m_workbench->setEngine(chosen); });
        action->setCheckable(true);
        action->setChecked(m_workbench->engine() == engine);
        connect(m_workbench, &Workbench::setupChanged, action,
                [this, action, chosen = engine] { action->setChecked(m_workbench->engine() == chosen); });
        group->addAction(action);
    }
}

void MainWindow::makeGoMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Go"));
    addAction(menu, tr("To &pair…"), QKeySequence(Qt::CTRL | Qt::Key_G), [this] { m_bar->focusPair(); });
    addAction(menu, tr("&Next ranked pair"), QKeySequence(Qt::Key_N),
              [this] { m_workbench->selectRanked(1); });
    addAction(menu, tr("P&revious ranked pair"), QKeySequence(Qt::Key_P),
              [this] { m_workbench->selectRanked(-1); });
    addAction(menu, tr("Next &false positive"), QKeySequence(Qt::Key_F),
              [this] { m_workbench->selectNextFalse(); });
    addAction(menu, tr("&Transpose the pair"), QKeySequence(Qt::Key_T), [this] {
        if (const auto pair = m_workbench->selection()->pair())
            m_workbench->selection()->setPair(pair->transposed());
    });
    menu->addSeparator();
    new VisitedMenu(menu->addMenu(tr("&Results of this window")), m_workbench, this);
    auto *history = new PairHistory(m_workbench->selection(), this);
    addAction(menu, tr("&Back to the pair before"), QKeySequence::Back, [history] { history->goBack(); });
    addAction(menu, tr("F&orward again"), QKeySequence::Forward, [history] { history->goForward(); });
    menu->addSeparator();
    addAction(menu, tr("Next &view"), QKeySequence(Qt::Key_F6), [this] { focusView(1); });
    addAction(menu, tr("Previous vie&w"), QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { focusView(-1); });
}

void MainWindow::focusView(int step)
{
    const auto isView = [](QWidget *each) {
        return dynamic_cast<FigurePanel *>(each) || qobject_cast<QAbstractItemView *>(each) ||
               qobject_cast<TextView *>(each);
    };
    QList<QWidget *> views;
    for (QWidget *each : findChildren<QWidget *>())
        if (isView(each) && each->window() == this && each->focusPolicy() != Qt::NoFocus &&
            !each->visibleRegion().isEmpty())
            views << each;
    if (views.isEmpty())
        return;
    const auto at = views.indexOf(focusWidget());
    const auto next = at < 0 ? 0 : (at + step + views.size()) % views.size();
    views[next]->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::makeExplainMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Explain"));
    ViewSettings *settings = m_workbench->settings();
    for (int channel = 0; channel < kDistanceChannels; ++channel)
        addAction(menu, channelName(channel), QKeySequence(Qt::Key_1 + channel),
                  [settings, channel] { settings->setChannel(channel); });
    menu->addSeparator();
    const std::pair<ExplanationMethod, QKeySequence> methods[] = {
        {ExplanationMethod::Guided, Qt::Key_G},       {ExplanationMethod::Gradient, Qt::Key_B},
        {ExplanationMethod::Deconvnet, Qt::Key_D},    {ExplanationMethod::InputTimesGradient, {}},
        {ExplanationMethod::IntegratedGradients, {}}, {ExplanationMethod::SmoothGrad, {}}};
    for (const auto &[method, key] : methods) {
        QAction *action = addAction(menu, methodName(method), key,
                                    [settings, chosen = method] { settings->setMethod(chosen); });
        action->setToolTip(methodCaveat(method));
    }
    menu->setToolTipsVisible(true);
    menu->addSeparator();
    addAction(menu, tr("Next &scale"), QKeySequence(Qt::Key_S),
              [settings] { settings->setScale(MosaicScale((int(settings->scale()) + 1) % 4)); });
    QMenu *order = menu->addMenu(tr("Residue &order"));
    const std::pair<ResidueOrder, QString> orders[] = {{ResidueOrder::Ccmpred, tr("As in ccmpred")},
                                                       {ResidueOrder::Alphabet, tr("Alphabet")},
                                                       {ResidueOrder::Hydrophobicity, tr("Hydrophobicity")},
                                                       {ResidueOrder::Charge, tr("Charge")}};
    for (const auto &[value, text] : orders)
        addAction(order, text, {}, [settings, chosen = value] { settings->setOrder(chosen); });
}

void MainWindow::makeViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    makePerspectives(menu);
    addAction(menu, tr("&Reset layout"), QKeySequence(Qt::CTRL | Qt::Key_0),
              [this] { m_perspectives->reset(); });
    menu->addSeparator();
    for (QDockWidget *dock : findChildren<QDockWidget *>())
        menu->addAction(dock->toggleViewAction());
}

void MainWindow::makePerspectives(QMenu *menu)
{
    // Also at the menu bar's end, where they are seen.
    auto *bar = new QToolBar(menuBar());
    auto *group = new QActionGroup(this);
    for (int k = 0; k < Perspectives::kKinds; ++k) {
        const auto kind = Perspectives::Kind(k);
        QAction *action = addAction(menu, Perspectives::name(kind), QKeySequence(Qt::CTRL | (Qt::Key_1 + k)),
                                    [this, kind] { m_perspectives->choose(kind); });
        action->setCheckable(true);
        action->setChecked(kind == m_perspectives->current());
        action->setToolTip(tr("Perspective %1 (%2)").arg(action->text(), action->shortcut().toString()));
        group->addAction(action);
        bar->addAction(action);
        connect(m_perspectives, &Perspectives::changed, action,
                [this, action, kind] { action->setChecked(kind == m_perspectives->current()); });
    }
    bar->setFixedHeight(menuBar()->sizeHint().height()); // no taller than the menus
    bar->layout()->setContentsMargins(0, 0, 4, 0);
    menuBar()->setCornerWidget(bar);
}

void MainWindow::makeHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    new HelpMenu(this, menu);
    QMenu *talk = menu->addMenu(tr("The 2018 &talk"));
    addAction(talk, tr("Its &figures, for 1ABA Lys21–Phe33…"), {}, [this] { makeTalk(false); });
    addAction(talk, tr("The same for the &selected pair…"), {}, [this] { makeTalk(true); });
}

void MainWindow::addContextMenu(QWidget *widget, const FigurePanel *panel)
{
    new FigureDrag(widget, panel, [this, panel]() -> std::optional<FigureNotes> {
        const auto notes = notesOf(*panel);
        if (notes.isOk())
            return notes.value();
        m_errors->showError(notes.error());
        return std::nullopt;
    });
    connect(widget, &QWidget::customContextMenuRequested, this, [this, widget, panel](const QPoint &point) {
        auto *menu = new QMenu(widget);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        addAction(menu, tr("Export this panel…"), {}, [this, panel] { chooseExport(panel); });
        addAction(menu, tr("Copy this panel"), {}, [this, panel] { copyPanel(*panel); });
        addAction(menu, tr("Export the figure page…"), {}, [this] { chooseExport(nullptr); });
        menu->popup(widget->mapToGlobal(point));
    });
}

const FigurePanel *MainWindow::focusedPanel() const
{
    const auto *panel = dynamic_cast<const FigurePanel *>(QApplication::focusWidget());
    return panel ? panel : m_map;
}

void MainWindow::chooseFiles()
{
    m_workbench->openFiles(
        QFileDialog::getOpenFileNames(this, tr("Open sequences, alignments, couplings, structures")));
}

void MainWindow::showPreferences(PreferencesDialog::Page page)
{
    auto *dialog = new PreferencesDialog(m_workbench, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setPage(page);
    dialog->open();
}

void MainWindow::report(const Result<void> &outcome, const QString &path)
{
    if (outcome.isOk())
        statusBar()->showMessage(tr("Written: %1").arg(path), 8000);
    else
        m_errors->showError(outcome.error());
}

void MainWindow::chooseExport(const FigurePanel *panel)
{
    const QString name = panel ? panel->figureFileName() : QStringLiteral("figure");
    const QString path = askWhere(tr("Export"), name, figureFilters()).path;
    if (!path.isEmpty())
        report(panel ? exportPanel(*panel, path) : exportFigurePage(path), path);
}

MainWindow::Destination MainWindow::askWhere(const QString &title, const QString &name,
                                             const QStringList &filters)
{
    // Not the static dialog: it would ask about overwriting before the suffix is there.
    QFileDialog dialog(this, title, name);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters(filters);
    const auto takeSuffix = [&dialog](const QString &filter) {
        static const QRegularExpression first(QStringLiteral("\\(\\*\\.(\\w+)"));
        dialog.setDefaultSuffix(first.match(filter).captured(1));
    };
    takeSuffix(filters.first());
    connect(&dialog, &QFileDialog::filterSelected, &dialog, takeSuffix);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    return {dialog.selectedFiles().value(0), dialog.selectedNameFilter()};
}

void MainWindow::saveSession()
{
    if (!m_workbench->result()) {
        statusBar()->showMessage(tr("There is no result to save yet."), 8000);
        return;
    }
    const QString path = askWhere(tr("Save session"), m_workbench->result()->query.name,
                                  {tr("White Box session (*.whitebox)")})
                             .path;
    if (!path.isEmpty())
        m_workbench->saveSession(path);
}

void MainWindow::makeTalk(bool ofSelection)
{
    const auto result = m_workbench->result();
    if (ofSelection && (!result || !m_workbench->selection()->pair())) {
        m_errors->showText(MessageBanner::Kind::Notice,
                           tr("Open a result and click a pair on the map first."));
        return;
    }
    const QString path =
        askWhere(tr("The figures of the talk"), QStringLiteral("talk"), {tr("PDF (*.pdf)")}).path;
    if (path.isEmpty())
        return;
    if (!m_talk) {
        m_talk = new TalkMaker(this);
        connect(m_talk, &TalkMaker::failed, m_errors, &MessageBanner::showError);
        connect(m_talk, &TalkMaker::finished, this, [this](const QString &written) { report({}, written); });
    }
    if (ofSelection)
        m_talk->makeFor(result,
                        FigureRecipe::of(*result, *m_workbench->settings(), *m_workbench->selection()), path);
    else
        m_talk->makeForTalk(path);
}

void MainWindow::exportData()
{
    if (!m_workbench->result())
        return;
    const Destination where = askWhere(tr("Export data"), m_workbench->result()->query.name, dataFilters());
    if (!where.path.isEmpty())
        m_workbench->exportAs(kindOfFilter(where.filter), figureCaption(*m_workbench->result()).lines(),
                              where.path);
}

void MainWindow::copyPanel(const FigurePanel &panel)
{
    const auto notes = notesOf(panel);
    if (notes.isOk())
        QApplication::clipboard()->setMimeData(figureMime(panel, notes.value()));
    else
        m_errors->showError(notes.error());
}

void MainWindow::copyValues()
{
    const auto explanation = m_workbench->explanations()->current();
    if (!explanation || !m_workbench->explanations()->isOfRequest(*explanation))
        return;
    const GradientWindow &window = *explanation->gradient;
    const int r = window.radius();
    QString text = QStringLiteral("a\tb\tdi\tdj\tgradient\tinput\n");
    for (int a = 0; a < kStates; ++a)
        for (int b = 0; b < kStates; ++b)
            for (int di = -r; di <= r; ++di)
                for (int dj = -r; dj <= r; ++dj)
                    if (window.isInside(di, dj))
                        text += QStringLiteral("%1\t%2\t%3\t%4\t%5\t%6\n")
                                    .arg(QLatin1Char(letterOf(a)))
                                    .arg(QLatin1Char(letterOf(b)))
                                    .arg(di)
                                    .arg(dj)
                                    .arg(double(window.at(a, b, di, dj)))
                                    .arg(double(explanation->couplings->at(a, b, di, dj)));
    QApplication::clipboard()->setText(text);
}

} // namespace WhiteBox
