// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "widgets/explainbar.h"
#include "widgets/explanationpanels.h"
#include "widgets/figurecaption.h"
#include "widgets/figureexport.h"
#include "widgets/figurepage.h"
#include "widgets/jobspanel.h"
#include "widgets/matrixview.h"
#include "widgets/messagebanner.h"
#include "widgets/pairinspector.h"
#include "widgets/startpage.h"
#include "widgets/trustpanel.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QDropEvent>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace WhiteBox {

MainWindow::MainWindow(Workbench *workbench, QWidget *parent)
    : QMainWindow(parent)
    , m_workbench(workbench)
{
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    resize(1600, 1000);
    makeCentre();
    makeDocks();
    m_bar = new ExplainBar(workbench->selection(), workbench->settings(), this);
    m_bar->setMovable(false);
    addToolBar(m_bar);
    m_readout = new QLabel(this);
    m_readout->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_readout->setMinimumWidth(100);
    statusBar()->addWidget(m_readout, 1);
    makeMenus();
    connectWorkbench();
    m_defaultLayout = saveState();
    showResult();
    m_setup.start(workbench->database());
}

MainWindow::~MainWindow() = default;

void MainWindow::makeCentre()
{
    m_start = new StartPage;
    m_map = new MatrixView(m_workbench->selection());
    m_errors = new MessageBanner;
    m_warnings = new MessageBanner;
    auto *mapPage = new QWidget;
    auto *mapLayout = new QVBoxLayout(mapPage);
    mapLayout->setContentsMargins(0, 0, 0, 0);
    mapLayout->setSpacing(0);
    mapLayout->addWidget(m_warnings);
    mapLayout->addWidget(m_map, 1);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_start);
    m_pages->addWidget(mapPage);
    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_errors);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
}

QDockWidget *MainWindow::addDock(const QString &name, const QString &title, QWidget *widget,
                                 Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(widget);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::makeDocks()
{
    m_jobs = new JobsPanel(m_workbench->jobs());
    m_inspector = new PairInspector(m_workbench->selection());
    m_panels = new ExplanationPanels(m_workbench->selection(), m_workbench->settings(),
                                     m_workbench->explanations(), this);
    addDock(QStringLiteral("jobs"), tr("Jobs"), m_jobs, Qt::LeftDockWidgetArea);
    QDockWidget *pair = addDock(QStringLiteral("pair"), tr("Pair"), m_inspector, Qt::RightDockWidgetArea);
    QDockWidget *gradient = addDock(QStringLiteral("gradient"), tr("Gradient"), m_panels->gradientWidget(),
                                    Qt::BottomDockWidgetArea);
    QDockWidget *couplings = addDock(QStringLiteral("coevolution"), tr("Coevolution"), m_panels->couplings(),
                                     Qt::BottomDockWidgetArea);
    QDockWidget *field =
        addDock(QStringLiteral("field"), tr("Field"), m_panels->field(), Qt::RightDockWidgetArea);
    splitDockWidget(pair, field, Qt::Vertical);
    QDockWidget *trust = addDock(QStringLiteral("trust"), tr("Trust"),
                                 new TrustPanel(m_workbench->explanations()), Qt::RightDockWidgetArea);
    tabifyDockWidget(pair, trust);
    pair->raise();
    makeStudies(field);
    splitDockWidget(gradient, couplings, Qt::Horizontal);
    addContextMenu(m_map, m_map);
    addContextMenu(m_panels->gradient(), m_panels->gradient());
    addContextMenu(m_panels->couplings(), m_panels->couplings());
    addContextMenu(m_panels->field(), m_panels->field());
}

void MainWindow::makeStudies(QDockWidget *field)
{
    ExplanationController *explanations = m_workbench->explanations();
    PairSelection *selection = m_workbench->selection();
    ViewSettings *settings = m_workbench->settings();
    QDockWidget *before = field;
    const auto add = [&](const char *name, const QString &title, StudyPanel *panel) {
        QDockWidget *dock = addDock(QString::fromLatin1(name), title, panel, Qt::RightDockWidgetArea);
        tabifyDockWidget(before, dock);
        before = dock;
        addContextMenu(panel->figureWidget(), panel->figure());
    };
    add("curve", tr("Curve"), new CurvePanel(explanations));
    add("whatif", tr("If…"), new WhatIfPanel(selection, settings, explanations));
    add("scatter", tr("Scatter"), new ScatterPanel(selection, explanations));
    add("correlation", tr("Corr."), new CorrelationPanel(settings, explanations));
    add("sign", tr("Sign"), new SignPanel(selection, settings, explanations));
    add("randomisation", tr("Random"), new RandomisationPanel(explanations));
    field->raise();
}

void MainWindow::connectWorkbench()
{
    connect(m_workbench, &Workbench::resultChanged, this, &MainWindow::showResult);
    connect(m_workbench, &Workbench::failed, m_errors, &MessageBanner::showError);
    connect(m_workbench, &Workbench::noticed, this,
            [this](const QString &text) { m_errors->showText(MessageBanner::Kind::Notice, text); });
    connect(m_workbench, &Workbench::busy, this,
            [this](const QString &text) { statusBar()->showMessage(text); });
    connect(m_workbench, &Workbench::jobSubmitted, this, [this](const QString &id) {
        m_errors->hide();
        m_jobs->selectJob(id);
    });
    connect(m_workbench->settings(), &ViewSettings::layersChanged, this, &MainWindow::showLayers);
    connect(m_workbench->settings(), &ViewSettings::marksChanged, this, &MainWindow::showMarks);
    connect(m_workbench->explanations(), &ExplanationController::prepared, this,
            [this] { m_map->setWindowRadius(m_workbench->explanations()->windowSide() / 2); });
    PairSelection *selection = m_workbench->selection();
    for (const auto signal : {&PairSelection::pairChanged, &PairSelection::hoveredPairChanged,
                              &PairSelection::hoveredCellChanged})
        connect(selection, signal, this, &MainWindow::showReadout);
    connect(m_workbench->explanations(), &ExplanationController::explanationChanged, this,
            &MainWindow::showReadout);
    connect(m_bar, &ExplainBar::pairRejected, m_errors, &MessageBanner::showError);
    connect(m_jobs, &JobsPanel::openRequested, m_workbench, &Workbench::openJob);
    connect(m_jobs, &JobsPanel::resumeRequested, m_workbench, &Workbench::resumeJob);
    connect(m_workbench, &Workbench::asked, this, &MainWindow::ask);
    connect(m_jobs, &JobsPanel::cancelRequested, m_workbench, &Workbench::cancelJob);
    connect(m_start, &StartPage::exampleRequested, m_workbench, &Workbench::openExample);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::chooseFiles);
    connect(&m_setup, &SetupChecker::finished, this, [this](std::vector<SetupItem> items) {
        for (SetupItem &item : items)
            if (item.id == QLatin1String("database") && !item.ok &&
                m_workbench->database() == exampleDatabasePath()) {
                item.error = Error();
                item.error.what = tr("None yet");
                item.error.remedy =
                    tr("The example builds a small one; or choose a FASTA file with File ▸ Choose the "
                       "database.");
            }
        m_start->setItems(items);
    });
}

void MainWindow::ask(const Error &error, const InputSource &source, const std::vector<InputAnswer> &answers)
{
    QStringList labels;
    for (const InputAnswer &answer : answers)
        labels << answer.label;
    m_errors->disconnect(m_workbench);
    connect(m_errors, &MessageBanner::answered, m_workbench, [this, source, answers](int answer) {
        m_workbench->openInput(source, answers[std::size_t(answer)].options);
    });
    m_errors->showQuestion(error, labels);
}

void MainWindow::showResult()
{
    const auto result = m_workbench->result();
    m_pages->setCurrentIndex(result ? 1 : 0);
    m_bar->setSequence(result ? result->query.residues : std::string());
    m_bar->setHasTruth(result && result->structure.has_value());
    m_inspector->setResult(result);
    setWindowTitle(result ? tr("%1 – White Box").arg(result->query.name) : tr("White Box"));
    // Docks explain a result: before there is one they would be empty frames around the drop zone.
    for (QDockWidget *dock : findChildren<QDockWidget *>())
        if (dock->objectName() != QLatin1String("jobs"))
            dock->setVisible(result != nullptr);
    m_bar->setVisible(result != nullptr);
    if (!result)
        return;
    // Hidden docks take no sizes: the space is shared out when they are first seen.
    if (!std::exchange(m_spaceShared, true))
        shareSpace();
    std::vector<SecondaryStructure> secondary;
    if (result->structure) {
        const StructureMatch &match = *result->structure;
        for (const int k : match.residueOf)
            secondary.push_back(k >= 0 && k < int(match.structure.secondary.size())
                                    ? match.structure.secondary[std::size_t(k)]
                                    : SecondaryStructure::Coil);
    }
    m_map->setProtein(result->query.name, result->query.residues, std::move(secondary));
    m_warnings->showText(MessageBanner::Kind::Warning, result->warnings.join(QLatin1Char('\n')));
    showLayers();
    m_map->setFocus();
}

void MainWindow::showLayers()
{
    const auto result = m_workbench->result();
    if (!result)
        return;
    const ViewSettings &settings = *m_workbench->settings();
    m_map->setLayers(makeLayer(*result, {MatrixContent::Predicted, settings.channel()}),
                     makeLayer(*result, {settings.upper(), settings.channel()}));
    showMarks();
    showReadout();
}

void MainWindow::showMarks()
{
    const auto marks = m_workbench->marks();
    const int divisor = m_workbench->settings()->markedDivisor();
    const QString name = divisor > 1 ? tr("top L/%1").arg(divisor) : tr("top L");
    const auto right = std::count_if(marks.begin(), marks.end(), [](const TopPair &mark) {
        return mark.verdict == TopPair::Verdict::True;
    });
    const bool judged = !marks.empty() && marks.front().verdict != TopPair::Verdict::Unknown;
    m_map->setMarks(marks, marks.empty() ? QString()
                           : judged      ? tr("%1: %2 of %3 right").arg(name).arg(right).arg(marks.size())
                                         : tr("%1 marked").arg(name));
}

void MainWindow::showReadout()
{
    const PairSelection &selection = *m_workbench->selection();
    QStringList parts;
    if (const auto cell = selection.hoveredCell()) {
        for (const QString &part : {m_panels->gradient()->readout(*cell),
                                    m_panels->couplings()->readout(*cell), m_panels->field()->readout(*cell)})
            if (!part.isEmpty())
                parts << part;
        if (const auto pair = selection.pair())
            parts << m_map->readout({pair->i + cell->di, pair->j + cell->dj});
    } else {
        if (const auto pair = selection.pair())
            parts << m_map->readout(*pair);
        if (const auto hovered = selection.hoveredPair(); hovered && hovered != selection.pair())
            parts << tr("pointer: %1").arg(m_map->readout(*hovered));
    }
    m_readout->setText(parts.join(QStringLiteral("   |   ")));
}

void MainWindow::take(const QMimeData *mime)
{
    QStringList paths;
    for (const QUrl &url : mime->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (!paths.isEmpty())
        m_workbench->openFiles(paths);
    else if (mime->hasText())
        m_workbench->openText(mime->text().toUtf8(), tr("the pasted text"));
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasUrls() && !event->mimeData()->hasText())
        return;
    event->acceptProposedAction();
    m_start->setDropHighlighted(true);
    statusBar()->showMessage(m_workbench->result() ? tr("Drop to predict, or a structure to compare with")
                                                   : tr("Drop to predict"));
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_start->setDropHighlighted(false);
    statusBar()->clearMessage();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_start->setDropHighlighted(false);
    statusBar()->clearMessage();
    event->acceptProposedAction();
    take(event->mimeData());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_asks && m_workbench->hasActiveJobs() &&
        QMessageBox::question(
            this, tr("Jobs are running"),
            tr("Closing White Box stops the running job. It can be resumed later. Close?")) !=
            QMessageBox::Yes) {
        event->ignore();
        return;
    }
    event->accept();
}

QStringList MainWindow::caption() const
{
    const auto result = m_workbench->result();
    if (!result)
        return {};
    return FigureCaption{*result, *m_workbench->settings(), m_workbench->selection()->pair(),
                         m_panels->gradient()->painter().limit(0, 0),
                         m_panels->couplings()->painter().limit(0, 0)}
        .lines();
}

Result<void> MainWindow::exportPanel(const FigurePanel &panel, const QString &path) const
{
    return exportFigure(panel, caption(), path);
}

Result<void> MainWindow::exportFigurePage(const QString &path) const
{
    const auto result = m_workbench->result();
    const auto pair = m_workbench->selection()->pair();
    if (!result || !pair || !m_workbench->explanations()->current()) {
        Error error;
        error.what = tr("There is no figure yet");
        error.why = tr("no pair is explained");
        error.remedy = tr("Click a pair on the map.");
        return error;
    }
    const FigureCaption text{*result, *m_workbench->settings(), pair,
                             m_panels->gradient()->painter().limit(0, 0),
                             m_panels->couplings()->painter().limit(0, 0)};
    const FigurePage page(text.title(), text.lines(), *m_map, *m_panels->gradient(), *m_panels->couplings(),
                          *m_panels->field());
    return exportFigure(page, {}, path);
}

void MainWindow::shareSpace()
{
    const auto dock = [this](const char *name) { return findChild<QDockWidget *>(QLatin1String(name)); };
    resizeDocks({dock("jobs"), dock("pair")}, {225, 430}, Qt::Horizontal);
    resizeDocks({dock("pair"), dock("field")}, {330, 500}, Qt::Vertical);
    resizeDocks({dock("gradient"), dock("coevolution")}, {500, 500}, Qt::Horizontal);
    resizeDocks({dock("gradient"), dock("coevolution")}, {428, 428}, Qt::Vertical);
    // Of docks that share a place the one shown last lies on top.
    dock("pair")->raise();
    dock("field")->raise();
}

void MainWindow::resetLayout()
{
    restoreState(m_defaultLayout);
    showResult();
    shareSpace();
}

} // namespace WhiteBox
