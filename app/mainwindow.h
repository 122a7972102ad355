// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figurecaption.h"
#include "widgets/figureexport.h"
#include "widgets/preferencesdialog.h"
#include "widgets/setupcheck.h"
#include "widgets/studylist.h"
#include "widgets/studyrunner.h"
#include "widgets/workbench.h"

#include <QMainWindow>

class QLabel;
class QMimeData;
class QStackedWidget;

namespace WhiteBox {

class ArrayScroller;
class ExplainBar;
class ExplanationPanels;
class JobsPanel;
class MatrixView;
class MessageBanner;
class PairInspector;
class PatternsPanel;
class Perspectives;
class StartPage;
class TalkMaker;

/// Puts the views together and turns what a user does into calls on the workbench. Decides nothing itself.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Workbench *workbench, QWidget *parent = nullptr);
    ~MainWindow() override;

    MatrixView *map() const { return m_map; }
    ExplanationPanels *panels() const { return m_panels; }
    MessageBanner *errorBanner() const { return m_errors; }
    MessageBanner *warningBanner() const { return m_warnings; }
    MessageBanner *leftOutBanner() const { return m_leftOut; }
    StartPage *startPage() const { return m_start; }
    JobsPanel *jobsPanel() const { return m_jobs; }
    PairInspector *inspector() const { return m_inspector; }
    Perspectives *perspectives() const { return m_perspectives; }
    ArrayScroller *arrayScroller() const { return m_array; }

    /// The figure page of the open result and pair as PDF, PNG or SVG. Fails: InvalidInput (no pair), Io,
    /// Unsupported.
    Result<void> exportFigurePage(const QString &path) const;
    /// One panel with its provenance below.
    Result<void> exportPanel(const FigurePanel &panel, const QString &path) const;
    /// Before it is shown: no larger than the free part of a screen, and then in its corner.
    void fitInto(const QRect &available);
    /// Asks before closing while jobs run; off where nobody could answer.
    void setAsksBeforeClosing(bool asks) { m_asks = asks; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void makeCentre();
    void makeDocks();
    /// The tabs of the explained pair.
    void makeStudies();
    void makeMenus();
    void makeFileMenu();
    void makeEditMenu();
    void makeEngineMenu(QMenu *menu);
    void makeGoMenu();
    void makeExplainMenu();
    void makeViewMenu();
    void makePerspectives(QMenu *menu);
    void makeHelpMenu();
    QAction *addAction(QMenu *menu, const QString &text, const QKeySequence &key, std::function<void()> does);
    void addDock(const char *name, const QString &title, QWidget *widget);
    void addContextMenu(QWidget *widget, const FigurePanel *panel);
    void connectWorkbench();

    /// A message with answers as buttons; the chosen one's number is given to does().
    void askFor(const Error &error, const QStringList &labels, std::function<void(int)> does);
    void ask(const Error &error, const InputSource &source, const std::vector<InputAnswer> &answers);
    void checkSetup();
    void showResult();
    void showTitle();
    void showColumns();
    void showLayers();
    void showMarks();
    void showReadout();
    void take(const QMimeData *mime);
    void chooseFiles();
    void showPreferences(PreferencesDialog::Page page);
    void makeTalk(bool ofSelection);
    void chooseExport(const FigurePanel *panel);
    void copyPanel(const FigurePanel &panel);
    void copyValues();
    /// Where to save, and as what.
    struct Destination
    {
        QString path;   ///< with the suffix; empty where the person changed their mind
        QString filter; ///< the one of the filters that was chosen
    };
    /// filters: each with its suffix, "PDF (*.pdf)".
    Destination askWhere(const QString &title, const QString &name, const QStringList &filters);
    void saveSession();
    void exportData();
    const FigurePanel *focusedPanel() const;
    /// Moves the focus among the views that are seen.
    void focusView(int step);
    FigureCaption figureCaption(const JobResult &result) const;
    /// Caption and recipe of a panel as it is seen. Fails: InvalidInput (it still shows an earlier pair).
    Result<FigureNotes> notesOf(const FigurePanel &panel) const;
    /// Whether a panel shows what is selected and chosen now. Fails: as notesOf().
    Result<void> checkSettled(const QString &figure) const;
    QString figureNameOf(const FigurePanel &panel) const;
    void report(const Result<void> &outcome, const QString &path);

    Workbench *m_workbench;
    SetupChecker m_setup;
    StudyRunner m_columns; ///< conservation and coverage of the open result
    QStackedWidget *m_pages = nullptr;
    StartPage *m_start = nullptr;
    MatrixView *m_map = nullptr;
    MessageBanner *m_errors = nullptr;
    MessageBanner *m_warnings = nullptr;
    MessageBanner *m_leftOut =
        nullptr; ///< of its own: what the jobs of the other files tell must not hide it
    ExplanationPanels *m_panels = nullptr;
    JobsPanel *m_jobs = nullptr;
    PairInspector *m_inspector = nullptr;
    PatternsPanel *m_patterns = nullptr;
    std::vector<NamedStudy> m_studies;
    ArrayScroller *m_array = nullptr;
    ExplainBar *m_bar = nullptr;
    Perspectives *m_perspectives = nullptr;
    TalkMaker *m_talk = nullptr;
    QLabel *m_readout = nullptr;
    bool m_asks = true;
};

} // namespace WhiteBox
