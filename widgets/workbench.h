// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/arraysource.h"
#include "widgets/dataexport.h"
#include "widgets/explanationcontroller.h"
#include "widgets/jobinputsource.h"
#include "widgets/joblibrary.h"
#include "widgets/jobtablemodel.h"
#include "widgets/pairranking.h"
#include "widgets/pairselection.h"
#include "widgets/viewsettings.h"
#include "widgets/visitedresults.h"

#include <QObject>

#include <functional>
#include <memory>

namespace WhiteBox {

class JobStore;
struct OtherPrediction;

/// What stands behind the window: the job library, the open result, the selected pair and how it is looked
/// at. Files are read and results loaded aside; what fails is told by failed(), never shown here.
class Workbench : public QObject
{
    Q_OBJECT

public:
    explicit Workbench(QObject *parent = nullptr);
    ~Workbench() override;

    /// Opens the job library (empty: the user's own). Fails: Io, Unsupported. Without it no job can be run.
    Result<void> openStore(const QString &folder = {});

    PairSelection *selection() { return &m_selection; }
    ViewSettings *settings() { return &m_settings; }
    ExplanationController *explanations() { return &m_explanations; }
    JobTableModel *jobs() { return &m_jobs; }
    JobLibrary *library() { return &m_library; }
    /// Null while none is open.
    std::shared_ptr<const JobResult> result() const { return m_result; }
    /// The open result's job's, where the library has it, else its query's.
    QString resultName() const;
    /// HDF5 file of the open result, or empty.
    QString resultPath() const;
    bool hasActiveJobs() const;

    /// The FASTA file that sequences are searched in; the user's choice, else the example's.
    QString database() const;
    void setDatabase(const QString &path);
    /// What computes the couplings of later jobs: the user's choice, else the built-in engine.
    CouplingsEngine engine() const { return m_preferences.engine; }
    void setEngine(CouplingsEngine engine);
    /// All that the user chose for later jobs, kept for the next start; as loadJobPreferences().
    const JobParameters &preferences() const { return m_preferences; }
    void setPreferences(const JobParameters &preferences);
    /// The preferences, with the defaults in the place of what was not chosen.
    JobParameters parameters() const;

    /// One or more dropped files. A structure alone belongs to the open result; a result or session file is
    /// opened as it was left, other NPY and HDF5 files are arrays to look at.
    void openFiles(const QStringList &paths);
    void openText(const QByteArray &text, const QString &origin);
    /// CheY of E. coli; builds the example's database first where it is not there yet.
    void openExample();
    /// Files and links, as they come from a command line.
    void openArguments(const QStringList &arguments);
    /// The result of a finished job; of an active one when it is there. Another has none, which is told: of a
    /// failed one why.
    void openJob(const QString &id);
    /// Chooses the job of a link and opens its result. A wrong link and an unknown job are told.
    void openLink(const QString &link);
    /// A settled job's input once more, with its parameters, as a new job.
    void runAgain(const QString &id);
    void cancelJob(const QString &id);
    /// Goes on with an interrupted, cancelled or failed job after its last finished stage.
    void resumeJob(const QString &id);
    /// The open result, with the explained pair, as a file for other programs, written aside.
    void exportAs(DataKind kind, const QStringList &caption, const QString &path);
    /// The open result, those visited before it, their truths and how each is looked at, in one file that
    /// opens on any machine; written aside. Jobs that the library no longer has are left out.
    void saveSession(const QString &path);
    /// What was looked at in this window, sessions' results among it.
    const VisitedResults &visited() const { return m_visited; }
    /// Opens one of visited() as it was left.
    void openVisited(int place);
    /// Opens a session's result, as an earlier start left it; where the session holds another one there now,
    /// as openFiles(). A session that is no longer there is told by sessionGone().
    void reopenSession(const VisitedResult &left);
    /// Reads an input again with a person's answer to asked().
    void openInput(const InputSource &source, const InputOptions &options);
    void setResult(std::shared_ptr<const JobResult> result);
    void closeResult();
    /// Shows the open result's protein as another network predicts and explains it, until another result is
    /// opened. The library keeps what the job's own network said. A network that was not trusted is refused.
    void openNetwork(const QString &path);

    /// The pair offset places further down the ranking by predicted distance, of the settings' separation.
    void selectRanked(int offset);
    /// The next false positive among the marked pairs after the selected one, or the first; where the truth
    /// is known.
    void selectNextFalse();
    /// The pairs that the settings mark. O(L² log L).
    std::vector<TopPair> marks() const;

    /// The example's FASTA record.
    static QByteArray exampleText();

Q_SIGNALS:
    /// Another result, or the same one with another truth.
    void resultChanged();
    void failed(const WhiteBox::Error &error);
    /// After failed(): a job needs a program or a database whose path may be set.
    void pathMissing(const WhiteBox::Error &error);
    /// The input leaves a choice that only a person can make; openInput() takes the answer's options.
    void asked(const WhiteBox::Error &error, const WhiteBox::InputSource &source,
               const std::vector<WhiteBox::InputAnswer> &answers);
    void arraysOpened(const std::vector<std::shared_ptr<const WhiteBox::ArraySource>> &arrays);
    void noticed(const QString &text);
    /// Of several files some start no job, or none does: how many, then a line each. The others do.
    void leftOut(const QStringList &lines);
    /// A person gives or opens something else: what was told of the input before it is over.
    void begun();
    /// Files that a person may want to open again: inputs, sessions.
    void opened(const QStringList &paths);
    /// Other preferences.
    void setupChanged();
    /// A submitted input was computed before: the stored result opens. runAgain() computes it all the same.
    void answeredFromStore(const QString &id, const QString &text);
    /// A session that was open at the last start is no longer there.
    void sessionGone(const QString &text);
    /// The list shall show this job.
    void jobChosen(const QString &id);
    void jobSubmitted(const QString &id);
    void jobSettled(const QString &id);
    /// Something is read or built aside; empty text: done.
    void busy(const QString &text);

private:
    void submit(const std::vector<JobInput> &inputs);
    /// left: one of its results, as it was left; without, the first as the file tells.
    void openSession(const QString &path, const std::optional<VisitedResult> &left = {});
    void submit(const JobInput &input, const JobParameters &parameters, bool again);
    /// Reads a result aside and shows it; as it was left, or as a new one.
    void load(const VisitedResult &visit, bool asLeft);
    void show(const VisitedResult &visit, std::shared_ptr<const JobResult> result, bool asLeft);
    void addTruth(const std::shared_ptr<const JobResult> &asked, const Result<ReadTruth> &truth);
    void showNetwork(const OtherPrediction &other);
    void aside(const QString &text, std::function<std::function<void()>()> work);
    void connectRunner();
    void takeChange(const JobRecord &record);
    QString nameOf(const JobResult &result) const;

    PairSelection m_selection;
    ViewSettings m_settings;
    ExplanationController m_explanations;
    JobTableModel m_jobs;
    JobLibrary m_library;
    std::shared_ptr<JobStore> m_store;
    std::unique_ptr<JobRunner> m_runner;
    std::shared_ptr<const JobResult> m_result;
    std::vector<ResiduePair> m_ranking;
    QString m_awaited;       ///< the job whose result opens when it is there
    QStringList m_submitted; ///< jobs that are not in the library yet
    JobParameters m_preferences;
    VisitedResults m_visited;
    std::vector<VisitedResult> m_session; ///< what is being opened
    QString m_loading;                    ///< the job whose result is being read
    int m_networkWish = 0; ///< counts the networks asked for: the last one's prediction is shown
};

} // namespace WhiteBox
