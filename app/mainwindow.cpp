// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "app/perspectives.h"
#include "core/store/joblink.h"
#include "widgets/arrayscroller.h"
#include "widgets/explainbar.h"
#include "widgets/explanationpanels.h"
#include "widgets/figurecaption.h"
#include "widgets/figureexport.h"
#include "widgets/figurepage.h"
#include "widgets/figurerecipe.h"
#include "widgets/jobspanel.h"
#include "widgets/mapcontent.h"
#include "widgets/matrixview.h"
#include "widgets/messagebanner.h"
#include "widgets/pairinspector.h"
#include "widgets/patternspanel.h"
#include "widgets/startpage.h"
#include "widgets/trustpanel.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QDropEvent>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStatusBar>
#include <QStyle>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace WhiteBox {

namespace {

constexpr QSize kPreferredSize(1600, 1012);
constexpr int kTallestDock = 450; ///< pixels that a small screen has for one of two above each other

QWidget *scrolled(QWidget *widget)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(widget);
    return area;
}

} // namespace

MainWindow::MainWindow(Workbench *workbench, QWidget *parent)
    : QMainWindow(parent)
    , m_workbench(workbench)
{
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea); // two mosaics need the width
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setTabPosition(Qt::RightDockWidgetArea, QTabWidget::East); // eight names fit upright
    resize(kPreferredSize);
    makeCentre();
    makeDocks();
    m_perspectives = new Perspectives(this);
    m_bar = new ExplainBar(workbench->selection(), workbench->settings(), this);
    m_bar->setMovable(false);
    addToolBar(m_bar);
    m_readout = new QLabel(this);
    m_readout->setTextFormat(Qt::PlainText);
    m_readout->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_readout->setMinimumWidth(100);
    statusBar()->addWidget(m_readout, 1);
    makeMenus();
    connectWorkbench();
    showResult();
}

MainWindow::~MainWindow() = default;

void MainWindow::fitInto(const QRect &available)
{
    const int title = style()->pixelMetric(QStyle::PM_TitleBarHeight); // the frame's own is not known yet
    const QSize most = available.size() - QSize(0, title);
    resize(kPreferredSize.boundedTo(most));
    if (size() != kPreferredSize)
        move(available.topLeft());
}

void MainWindow::makeCentre()
{
    m_start = new StartPage;
    m_map = new MatrixView(m_workbench->selection());
    m_errors = new MessageBanner;
    m_warnings = new MessageBanner;
    m_leftOut = new MessageBanner;
    auto *mapPage = new QWidget;
    auto *mapLayout = new QVBoxLayout(mapPage);
    mapLayout->setContentsMargins(0, 0, 0, 0);
    mapLayout->setSpacing(0);
    mapLayout->addWidget(m_warnings);
    mapLayout->addWidget(m_map, 1);
    m_pages = new QStackedWidget;
    m_pages->addWidget(scrolled(m_start));
    m_pages->addWidget(mapPage);
    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_errors);
    layout->addWidget(m_leftOut);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
}

void MainWindow::addDock(const char *name, const QString &title, QWidget *widget)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(QLatin1String(name));
    dock->setWidget(widget->minimumSizeHint().height() > kTallestDock ? scrolled(widget) : widget);
    addDockWidget(Qt::RightDockWidgetArea, dock); // Perspectives put it where it belongs
}

void MainWindow::makeDocks()
{
    m_jobs = new JobsPanel(m_workbench->jobs());
    m_inspector = new PairInspector(m_workbench->selection());
    m_panels = new ExplanationPanels(m_workbench->selection(), m_workbench->settings(),
                                     m_workbench->explanations(), this);
    addDock("jobs", tr("Jobs"), m_jobs);
    addDock("pair", tr("Pair"), m_inspector);
    addDock("trust", tr("Trust"), new TrustPanel(m_workbench->explanations()));
    addDock("gradient", tr("Gradient"), m_panels->gradientWidget());
    addDock("coevolution", tr("Coevolution"), m_panels->couplingsWidget());
    addDock("field", tr("Field"), m_panels->field());
    makeStudies();
    m_array = new ArrayScroller(m_workbench->selection(), m_workbench->explanations());
    addDock("array", tr("Array"), m_array);
    addContextMenu(m_array->image(), m_array->image());
    addContextMenu(m_map, m_map);
    addContextMenu(m_panels->gradient(), m_panels->gradient());
    addContextMenu(m_panels->couplings(), m_panels->couplings());
    addContextMenu(m_panels->field(), m_panels->field());
}

void MainWindow::makeStudies()
{
    ExplanationController *explanations = m_workbench->explanations();
    PairSelection *selection = m_workbench->selection();
    ViewSettings *settings = m_workbench->settings();
    const StudyList list(selection, settings, explanations);
    m_patterns = list.patterns;
    for (const NamedStudy &study : list.studies) {
        addDock(study.name, study.title, study.panel);
        addContextMenu(study.panel->figureWidget(), study.panel->figure());
    }
    m_studies = list.studies;
}

void MainWindow::connectWorkbench()
{
    connect(m_workbench, &Workbench::resultChanged, this, &MainWindow::showResult);
    connect(m_workbench->library(), &JobLibrary::renamed, this, &MainWindow::showTitle);
    connect(m_workbench, &Workbench::failed, m_errors, &MessageBanner::showError);
    connect(m_workbench, &Workbench::noticed, this,
            [this](const QString &text) { m_errors->showText(MessageBanner::Kind::Notice, text); });
    connect(m_workbench, &Workbench::sessionGone, this,
            [this](const QString &text) { m_errors->showText(MessageBanner::Kind::Notice, text); });
    connect(m_workbench, &Workbench::begun, m_leftOut, &QWidget::hide);
    connect(m_workbench, &Workbench::leftOut, m_leftOut,
            [this](const QStringList &lines) { m_leftOut->showLines(MessageBanner::Kind::Warning, lines); });
    connect(m_workbench, &Workbench::arraysOpened, this, [this](const auto &arrays) {
        m_errors->hide();
        m_array->addArrays(arrays);
        m_perspectives->setBare(false);
        m_perspectives->choose(Perspectives::Kind::Array);
    });
    connect(m_workbench, &Workbench::busy, this,
            [this](const QString &text) { statusBar()->showMessage(text); });
    connect(m_workbench, &Workbench::pathMissing, this, [this](const Error &error) {
        const bool database = error.file == m_workbench->database();
        askFor(error, {tr("Set path…")}, [this, database](int) {
            showPreferences(database ? PreferencesDialog::Page::Database : PreferencesDialog::Page::Tools);
        });
    });
    connect(m_workbench, &Workbench::jobSubmitted, this, [this](const QString &id) {
        if (m_errors->kind() != MessageBanner::Kind::Notice) // what is told of this job's input stays
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
    connect(m_bar, &ExplainBar::pairEntered, m_map, [this] { m_map->setFocus(Qt::OtherFocusReason); });
    connect(m_workbench, &Workbench::asked, this, &MainWindow::ask);
    connect(m_start, &StartPage::exampleRequested, m_workbench, &Workbench::openExample);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::chooseFiles);
    connect(m_start, &StartPage::databaseRequested, this,
            [this] { showPreferences(PreferencesDialog::Page::Database); });
    connect(m_start, &StartPage::checkRequested, this, &MainWindow::checkSetup);
    connect(m_start, &StartPage::builtInEngineRequested, m_workbench,
            [this] { m_workbench->setEngine(CouplingsEngine::BuiltIn); });
    connect(m_workbench, &Workbench::setupChanged, this, &MainWindow::checkSetup);
    connect(&m_setup, &SetupChecker::finished, this, [this](std::vector<SetupItem> items) {
        for (SetupItem &item : items)
            if (item.id == QLatin1String("database") && !item.ok &&
                m_workbench->database() == exampleDatabasePath()) {
                item.error = Error();
                item.error.what = tr("None yet");
                item.error.remedy = tr("The example builds a small one; or choose a FASTA file of proteins.");
            }
        m_start->setItems(items);
    });
}

void MainWindow::askFor(const Error &error, const QStringList &labels, std::function<void(int)> does)
{
    m_errors->disconnect(m_workbench);
    connect(m_errors, &MessageBanner::answered, m_workbench, std::move(does));
    m_errors->showQuestion(error, labels);
}

void MainWindow::ask(const Error &error, const InputSource &source, const std::vector<InputAnswer> &answers)
{
    QStringList labels;
    for (const InputAnswer &answer : answers)
        labels << answer.label;
    askFor(error, labels, [this, source, answers](int answer) {
        m_workbench->openInput(source, answers[std::size_t(answer)].options);
    });
}

void MainWindow::showResult()
{
    const auto result = m_workbench->result();
    m_pages->setCurrentIndex(result ? 1 : 0);
    m_bar->setSequence(result ? result->query.residues : std::string());
    m_bar->setHasTruth(result && result->structure.has_value());
    m_inspector->setResult(result);
    m_patterns->setResult(result);
    m_array->setResult(result);
    showTitle();
    m_perspectives->setBare(!result && !m_array->hasFiles());
    m_bar->setVisible(result != nullptr);
    if (!result) {
        checkSetup(); // the start page shows what may have changed since
        return;
    }
    showProtein(*m_map, *result);
    m_warnings->showText(MessageBanner::Kind::Warning, result->warnings.join(QLatin1Char('\n')));
    if (m_warnings->text().contains(m_errors->text()))
        m_errors->hide(); // told when the job began
    showLayers();
    showColumns();
    m_map->setFocus();
}

void MainWindow::showTitle()
{
    setWindowTitle(m_workbench->result() ? tr("%1 – White Box").arg(m_workbench->resultName())
                                         : tr("White Box"));
}

void MainWindow::checkSetup()
{
    m_setup.start(m_workbench->parameters());
}

void MainWindow::showColumns()
{
    m_map->setColumns({});
    m_inspector->setColumns({});
    m_columns.stop();
    if (const auto alignment = m_workbench->result()->alignment)
        m_columns.start([this, alignment](const StopToken &) -> StudyRunner::Delivery {
            return [this, columns = columnStatistics(*alignment)] {
                m_map->setColumns(columns);
                m_inspector->setColumns(columns);
            };
        });
}

void MainWindow::showLayers()
{
    const auto result = m_workbench->result();
    if (!result)
        return;
    WhiteBox::showLayers(*m_map, *result, *m_workbench->settings());
    showMarks();
    showReadout();
}

void MainWindow::showMarks()
{
    if (const auto result = m_workbench->result())
        WhiteBox::showMarks(*m_map, *result, *m_workbench->settings());
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
    else if (const QString link = mime->text().trimmed(); isMeantAsLink(link))
        m_workbench->openLink(link);
    else if (mime->hasText())
        m_workbench->openText(mime->text().toUtf8(), tr("the pasted text"));
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->source() || (!event->mimeData()->hasUrls() && !event->mimeData()->hasText()))
        return; // a source of this program: a figure on its way out
    event->acceptProposedAction();
    m_start->setDropHighlighted(true);
    statusBar()->showMessage(m_workbench->result()
                                 ? tr("Drop to predict, a structure to compare with, or an array")
                                 : tr("Drop to predict, or an array to look at"));
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

FigureCaption MainWindow::figureCaption(const JobResult &result) const
{
    return {result, *m_workbench->settings(), m_workbench->selection()->pair(), m_panels->limits()};
}

QString MainWindow::figureNameOf(const FigurePanel &panel) const
{
    const std::pair<const FigurePanel *, const char *> views[] = {{m_map, "map"},
                                                                  {m_panels->gradient(), "gradient"},
                                                                  {m_panels->couplings(), "couplings"},
                                                                  {m_panels->field(), "field"}};
    for (const auto &[view, name] : views)
        if (view == &panel)
            return QLatin1String(name);
    for (const NamedStudy &study : m_studies)
        if (study.panel->figure() == &panel)
            return QLatin1String(study.name);
    if (dynamic_cast<const FigurePage *>(&panel))
        return QStringLiteral("page");
    return {}; // an array's slice is not remade: it may be of any file
}

Result<void> MainWindow::checkSettled(const QString &figure) const
{
    if (figure.isEmpty() || figure == QLatin1String("map"))
        return {};
    bool isSettled = !m_workbench->selection()->pair() || m_panels->limits();
    bool hasFailed = !isSettled && m_workbench->explanations()->hasFailed();
    for (const NamedStudy &study : m_studies)
        if (figure == QLatin1String(study.name)) {
            isSettled = isSettled && study.panel->isSettled();
            hasFailed = hasFailed || study.panel->failure().has_value();
        }
    if (isSettled)
        return {};
    Error error;
    error.what = tr("The figure was not made");
    error.why = hasFailed ? tr("it could not be computed") : tr("it still shows what was selected before");
    error.remedy = hasFailed ? tr("Read the message in its panel, or choose another pair or method.")
                             : tr("Wait until it shows the pair, then ask again.");
    return error;
}

Result<FigureNotes> MainWindow::notesOf(const FigurePanel &panel) const
{
    const auto result = m_workbench->result();
    if (!result)
        return FigureNotes();
    FigureRecipe recipe = FigureRecipe::of(*result, *m_workbench->settings(), *m_workbench->selection());
    recipe.figure = figureNameOf(panel);
    if (auto settled = checkSettled(recipe.figure); !settled.isOk())
        return std::move(settled).error();
    recipe.input = m_workbench->resultPath();
    recipe.visible = m_map->visibleCells();
    for (const NamedStudy &study : m_studies)
        if (study.panel->figure() == &panel)
            recipe.option = study.panel->figureOption();
    return FigureNotes{figureCaption(*result).lines(),
                       recipe.figure.isEmpty() ? QByteArray() : recipe.toJson()};
}

Result<void> MainWindow::exportPanel(const FigurePanel &panel, const QString &path) const
{
    const auto notes = notesOf(panel);
    return notes.isOk() ? exportFigure(panel, notes.value(), path) : notes.error();
}

Result<void> MainWindow::exportFigurePage(const QString &path) const
{
    const auto result = m_workbench->result();
    if (!result || !m_workbench->selection()->pair() || !m_workbench->explanations()->current()) {
        Error error;
        error.what = tr("There is no figure yet");
        error.why = tr("no pair is explained");
        error.remedy = tr("Click a pair on the map.");
        return error;
    }
    const FigureCaption text = figureCaption(*result);
    const FigurePage page(text.title(), text.lines(), *m_map, *m_panels->gradient(), *m_panels->couplings(),
                          *m_panels->field());
    const auto notes = notesOf(page);
    if (!notes.isOk())
        return notes.error();
    // The page paints its caption itself.
    return exportFigure(page, {{}, notes.value().recipe}, path);
}

} // namespace WhiteBox
