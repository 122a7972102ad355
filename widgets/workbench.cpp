// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workbench.h"

#include "core/export/filearrays.h"
#include "core/pipeline/jobworker.h"
#include "core/pipeline/setup.h"
#include "core/pipeline/storedinput.h"
#include "core/store/joblink.h"
#include "core/store/jobstore.h"
#include "core/store/resultfile.h"
#include "core/tools/exampledatabase.h"
#include "widgets/jobpreferences.h"
#include "widgets/othernetwork.h"
#include "widgets/pairranking.h"
#include "widgets/viewstate.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <new>

namespace WhiteBox {

namespace {

/// Whether two open results are of the same job: with a truth, or as another network predicts it.
bool areSameProtein(const std::shared_ptr<const JobResult> &p, const std::shared_ptr<const JobResult> &q)
{
    return p && q && p->couplings == q->couplings && p->query.residues == q->query.residues;
}

} // namespace

Workbench::Workbench(QObject *parent)
    : QObject(parent)
    , m_explanations(&m_selection, &m_settings)
    , m_library(&m_jobs)
    , m_preferences(loadJobPreferences())
{
    connect(&m_library, &JobLibrary::failed, this, &Workbench::failed);
    connect(&m_library, &JobLibrary::renamed, this,
            [this](const QString &id, const QString &name) { m_visited.rename(id, name); });
    connect(&m_explanations, &ExplanationController::failed, this, &Workbench::failed);
    connect(&m_settings, &ViewSettings::marksChanged, this, [this] { m_ranking.clear(); });
}

Workbench::~Workbench()
{
    // What still runs aside must not find a workbench half gone.
    QThreadPool::globalInstance()->waitForDone();
}

Result<void> Workbench::openStore(const QString &folder)
{
    auto store = JobStore::open(folder.isEmpty() ? JobStore::defaultFolder() : folder);
    if (!store.isOk())
        return store.error();
    m_store = store.value();
    m_runner = std::make_unique<JobRunner>(m_store);
    m_library.setStore(m_store);
    connectRunner();
    auto records = m_store->list();
    if (!records.isOk())
        return records.error();
    m_jobs.setRecords(std::move(records).value());
    m_library.follow([this](const QString &id) {
        return m_submitted.contains(id) || m_runner->activeJobs().contains(id);
    });
    for (const QString &notice : m_store->notices())
        Q_EMIT noticed(notice);
    return {};
}

void Workbench::connectRunner()
{
    connect(m_runner.get(), &JobRunner::jobChanged, this, &Workbench::takeChange);
    connect(m_runner.get(), &JobRunner::jobReused, this, [this](const QString &id, const QString &storedId) {
        m_submitted.replaceInStrings(id, storedId);
        if (m_awaited == id)
            m_awaited = storedId;
        const JobRecord *record = m_jobs.record(m_jobs.indexOf(storedId).row());
        if (record && record->state == JobState::Finished)
            Q_EMIT answeredFromStore(
                storedId, tr("%1: computed on %2 with the same database, versions and parameters. The stored "
                             "result is shown. Run it again?")
                              .arg(record->name, QLocale().toString(record->finished.toLocalTime().date(),
                                                                    QLocale::LongFormat)));
    });
    connect(m_runner.get(), &JobRunner::jobProgress, &m_jobs, &JobTableModel::setProgress);
    connect(m_runner.get(), &JobRunner::jobFinished, this,
            [this](const QString &id, const std::shared_ptr<const JobResult> &result) {
                if (m_awaited == id) {
                    m_awaited.clear();
                    show({nameOf(*result), id, {}}, result, false);
                }
                Q_EMIT jobSettled(id);
            });
    connect(m_runner.get(), &JobRunner::jobFailed, this, [this](const QString &id, const Error &error) {
        m_submitted.removeAll(id);
        if (m_awaited == id)
            m_awaited.clear();
        Q_EMIT failed(error);
        if (error.kind == ErrorKind::MissingTool)
            Q_EMIT pathMissing(error);
        Q_EMIT jobSettled(id);
    });
}

void Workbench::takeChange(const JobRecord &record)
{
    m_jobs.updateRun(record);
    m_jobs.setQueue(m_runner->activeJobs());
    if (m_submitted.removeAll(record.id) > 0)
        Q_EMIT jobSubmitted(record.id);
    if (record.state != JobState::Cancelled)
        return;
    if (m_awaited == record.id)
        m_awaited.clear();
    Q_EMIT jobSettled(record.id);
}

QString Workbench::nameOf(const JobResult &result) const
{
    const JobRecord *job = m_jobs.record(m_jobs.indexOf(result.jobId).row());
    return job ? job->name : result.query.name;
}

QString Workbench::resultName() const
{
    return m_result ? nameOf(*m_result) : QString();
}

QString Workbench::resultPath() const
{
    return m_result && m_store && !m_result->jobId.isEmpty() ? m_store->resultPath(m_result->jobId)
                                                             : QString();
}

bool Workbench::hasActiveJobs() const
{
    return m_runner && !m_runner->activeJobs().isEmpty();
}

QByteArray Workbench::exampleText()
{
    QFile file(QStringLiteral(":/example/chey.fasta"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString Workbench::database() const
{
    return parameters().database;
}

void Workbench::setDatabase(const QString &path)
{
    JobParameters changed = m_preferences;
    changed.database = path;
    setPreferences(changed);
}

void Workbench::setEngine(CouplingsEngine engine)
{
    JobParameters changed = m_preferences;
    changed.engine = engine;
    setPreferences(changed);
}

void Workbench::setPreferences(const JobParameters &preferences)
{
    m_preferences = preferences;
    saveJobPreferences(preferences);
    Q_EMIT setupChanged();
}

JobParameters Workbench::parameters() const
{
    return withDefaults(m_preferences);
}

void Workbench::aside(const QString &text, std::function<std::function<void()>()> work)
{
    Q_EMIT busy(text);
    QThreadPool::globalInstance()->start([this, work = std::move(work)] {
        std::function<void()> finish;
        try {
            finish = work();
        } catch (const std::bad_alloc &) {
            // An exception must not leave the thread: it would end the program.
            finish = [this] { Q_EMIT failed(Error::outOfMemory()); };
        }
        QMetaObject::invokeMethod(this, [this, finish = std::move(finish)] {
            Q_EMIT busy(QString());
            finish();
        });
    });
}

void Workbench::openFiles(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    Q_EMIT begun();
    Q_EMIT opened(paths);
    const QString text = tr("Reading %1…").arg(QFileInfo(paths.first()).fileName());
    aside(text, [this, paths, result = m_result]() -> std::function<void()> {
        if (result && areStructures(paths))
            return
                [this, result, truth = readTruth(paths, result->query.residues)] { addTruth(result, truth); };
        if (paths.size() == 1 && isResultFile(paths.first()))
            return [this, path = paths.first()] { openSession(path); };
        if (std::all_of(paths.begin(), paths.end(), isArrayFile))
            return [this, arrays = openArrays(paths)] {
                if (arrays.isOk())
                    Q_EMIT arraysOpened(arrays.value());
                else
                    Q_EMIT failed(arrays.error());
            };
        return [this, paths] { openInput({paths, {}, {}}, {}); };
    });
}

void Workbench::openText(const QByteArray &text, const QString &origin)
{
    Q_EMIT begun();
    openInput({{}, text, origin}, {});
}

void Workbench::openInput(const InputSource &source, const InputOptions &options)
{
    aside(tr("Reading %1…").arg(source.name()),
          [this, source, options, threads = parameters().threads]() -> std::function<void()> {
              const auto read = readInputs(source, options, threads);
              const auto question =
                  read.isOk()
                      ? questionAbout(source, options, read.value().inputs, threads)
                      : InputQuestion{read.error(), answersTo(source, options, read.error(), threads)};
              return [this, source, read, question] {
                  if (read.isOk() && !read.value().refused.empty())
                      Q_EMIT leftOut(leftOutLines(read.value()));
                  if (!question)
                      submit(read.value().inputs);
                  else if (question->answers.empty())
                      Q_EMIT failed(question->error);
                  else
                      Q_EMIT asked(question->error, source, question->answers);
              };
          });
}

void Workbench::openExample()
{
    aside(tr("Preparing the example's database…"), [this]() -> std::function<void()> {
        const auto built = buildExampleDatabase(exampleDatabasePath());
        if (!built.isOk())
            return [this, error = built.error()] { Q_EMIT failed(error); };
        return [this] { openText(exampleText(), tr("the example")); };
    });
}

void Workbench::submit(const JobInput &input, const JobParameters &parameters, bool again)
{
    const QString id = m_runner->submit(input, parameters, again);
    m_submitted << id;
    if (m_awaited.isEmpty())
        m_awaited = id; // of several the first one opens
}

void Workbench::submit(const std::vector<JobInput> &inputs)
{
    if (!m_runner) {
        Error error;
        error.kind = ErrorKind::Io;
        error.what = tr("No job can be run");
        error.why = tr("the job library could not be opened");
        error.remedy = tr("Check its folder, and start White Box again.");
        Q_EMIT failed(error);
        return;
    }
    if (inputs.empty())
        return;
    m_awaited.clear();
    for (const JobInput &input : inputs)
        submit(input, parameters(), false);
    // Before anything is searched: a job that is not wanted can still be cancelled.
    QStringList told = noticesOf(inputs);
    if (inputs.size() > 1)
        told.prepend(tr("%n jobs were queued.", nullptr, int(inputs.size())));
    Q_EMIT noticed(told.join(QLatin1Char('\n')));
}

void Workbench::runAgain(const QString &id)
{
    const JobRecord *known = m_jobs.record(m_jobs.indexOf(id).row());
    if (!m_runner || !known || known->isActive())
        return;
    aside(tr("Reading the input of %1…").arg(known->name),
          [this, record = *known, store = m_store]() -> std::function<void()> {
              const auto input = loadStoredInput(*store, record);
              return [this, record, input] {
                  if (!input.isOk()) {
                      Q_EMIT failed(input.error());
                      return;
                  }
                  // One that failed for want of a database may find one now.
                  const bool neverStarted = record.key.isEmpty();
                  m_awaited.clear();
                  submit(input.value(), neverStarted ? parameters() : parametersOf(record.request), true);
              };
          });
}

void Workbench::addTruth(const std::shared_ptr<const JobResult> &asked, const Result<ReadTruth> &truth)
{
    if (!areSameProtein(m_result, asked))
        return; // another result was opened meanwhile
    if (!truth.isOk()) {
        Q_EMIT failed(truth.error());
        return;
    }
    auto result = std::make_shared<JobResult>(*m_result);
    result->structure = truth.value().match;
    setResult(std::move(result));
    m_settings.setUpper(MatrixContent::Truth);
    Q_EMIT noticed(truth.value().text);
}

void Workbench::openArguments(const QStringList &arguments)
{
    QStringList files;
    for (const QString &argument : arguments)
        if (isMeantAsLink(argument))
            openLink(argument);
        else
            files << argument;
    openFiles(files);
}

void Workbench::openLink(const QString &link)
{
    const auto id = parseJobLink(link);
    if (!id.isOk()) {
        Q_EMIT failed(id.error());
        return;
    }
    m_library.find(id.value(), [this](const JobRecord &job) {
        Q_EMIT jobChosen(job.id);
        openJob(job.id);
    });
}

void Workbench::openJob(const QString &id)
{
    const JobRecord *known = m_jobs.record(m_jobs.indexOf(id).row());
    if (!m_store || !known)
        return;
    Q_EMIT begun();
    if (known->isActive()) {
        m_awaited = id;
        return;
    }
    if (known->state == JobState::Failed) { // with its command and last output, as when it failed
        Q_EMIT failed(known->error);
        return;
    }
    if (known->state != JobState::Finished) {
        Error error;
        error.what = tr("%1 has no result").arg(known->name);
        error.why = tr("the job is %1").arg(stateName(known->state).toLower());
        error.remedy = tr("Resume it, or run it again.");
        Q_EMIT failed(error);
        return;
    }
    load({known->name, id, {}}, false);
}

void Workbench::resumeJob(const QString &id)
{
    if (!m_runner)
        return;
    m_awaited = id;
    m_submitted << id;
    m_runner->resume(id);
}

void Workbench::closeResult()
{
    m_awaited.clear();
    setResult(nullptr);
}

void Workbench::openNetwork(const QString &path)
{
    if (!m_result || !m_result->couplings) {
        Q_EMIT noticed(tr("%1 is ready: open a result, then the network, to see what it makes of it.")
                           .arg(QFileInfo(path).fileName()));
        return;
    }
    aside(tr("Predicting with %1…").arg(QFileInfo(path).fileName()),
          [this, path, asked = m_result, wish = ++m_networkWish]() -> std::function<void()> {
              const auto predicted = predictWith(path, *asked);
              return [this, asked, wish, predicted] {
                  if (!areSameProtein(m_result, asked) || m_networkWish != wish)
                      return; // another protein or network was opened meanwhile
                  if (predicted.isOk())
                      showNetwork(predicted.value());
                  else
                      Q_EMIT failed(predicted.error());
              };
          });
}

void Workbench::showNetwork(const OtherPrediction &other)
{
    m_ranking.clear();
    m_settings.setLockedLimits(0, 0);
    m_explanations.setFactory(other.factory);
    // The network was asked with what was known then; a truth may have come meanwhile.
    auto result = std::make_shared<JobResult>(*other.result);
    result->structure = m_result->structure;
    setResult(std::move(result));
}

void Workbench::exportAs(DataKind kind, const QStringList &caption, const QString &path)
{
    // Of what the caption tells, and not of the pair before it.
    auto explanation = m_explanations.current();
    if (explanation && !m_explanations.isOfRequest(*explanation))
        explanation = nullptr;
    const DataExport data{m_result, explanation, caption, m_settings.minimumSeparation()};
    aside(tr("Writing %1…").arg(QFileInfo(path).fileName()),
          [this, kind, data, path]() -> std::function<void()> {
              const auto written = exportData(kind, data, path);
              if (!written.isOk())
                  return [this, error = written.error()] { Q_EMIT failed(error); };
              return [this, files = written.value()] {
                  Q_EMIT noticed(tr("Written: %1").arg(files.join(QStringLiteral(", "))));
              };
          });
}

void Workbench::cancelJob(const QString &id)
{
    if (m_runner)
        m_runner->cancel(id);
}

void Workbench::setResult(std::shared_ptr<const JobResult> result)
{
    m_loading.clear();
    const bool sameProtein = areSameProtein(m_result, result);
    if (m_result && !sameProtein)
        m_visited.leave(viewState(m_settings, m_selection.pair()), m_result->structure);
    m_result = std::move(result);
    m_selection.setHoveredCell(std::nullopt);
    m_selection.setHoveredPair(std::nullopt);
    if (!sameProtein) {
        m_selection.setPair(std::nullopt);
        m_ranking.clear();
        m_settings.setLockedLimits(0, 0);
        m_explanations.setFactory(m_result && m_result->couplings ? ownNetworkOf(m_result)
                                                                  : ExplanationController::Factory());
    }
    const bool hasTruth = m_result && m_result->structure;
    if (!hasTruth && needsTruth(m_settings.lower()))
        m_settings.setLower(MatrixContent::Predicted);
    if (!hasTruth)
        m_settings.setUpper(MatrixContent::CouplingScore);
    else if (m_settings.upper() == MatrixContent::CouplingScore)
        m_settings.setUpper(MatrixContent::Truth);
    Q_EMIT resultChanged();
    if (m_result && !sameProtein)
        selectRanked(0);
}

std::vector<TopPair> Workbench::marks() const
{
    if (!m_result)
        return {};
    return topPairs(*m_result, m_settings.markedDivisor(), m_settings.minimumSeparation());
}

void Workbench::selectNextFalse()
{
    if (!m_result || !m_result->structure) {
        Q_EMIT noticed(tr("False positives need a truth: drop a PDB or mmCIF file on the window."));
        return;
    }
    if (m_settings.markedDivisor() == 0)
        m_settings.setMarkedDivisor(1);
    auto wrong = marks();
    std::erase_if(wrong, [](const TopPair &top) { return top.verdict != TopPair::Verdict::False; });
    if (wrong.empty()) {
        Q_EMIT noticed(tr("None of the marked pairs is a false positive."));
        return;
    }
    const auto pair = m_selection.pair();
    const auto at = std::find_if(wrong.begin(), wrong.end(), [&](const TopPair &top) {
        return pair && (top.pair == *pair || top.pair == pair->transposed());
    });
    const auto next = at == wrong.end() || at + 1 == wrong.end() ? wrong.begin() : at + 1;
    m_selection.setPair(next->pair);
}

void Workbench::selectRanked(int offset)
{
    if (!m_result)
        return;
    if (m_ranking.empty())
        m_ranking = rankedPairs(*m_result, m_settings.minimumSeparation());
    if (m_ranking.empty())
        return;
    const auto pair = m_selection.pair();
    auto at = m_ranking.begin();
    if (pair) {
        const ResiduePair lower = pair->i >= pair->j ? *pair : pair->transposed();
        at = std::find(m_ranking.begin(), m_ranking.end(), lower);
        if (at == m_ranking.end())
            offset = 0;
        at = at == m_ranking.end() ? m_ranking.begin() : at;
    }
    const auto last = std::ptrdiff_t(m_ranking.size()) - 1;
    const auto next = std::clamp<std::ptrdiff_t>((at - m_ranking.begin()) + offset, 0, last);
    m_selection.setPair(m_ranking[std::size_t(next)]);
}

} // namespace WhiteBox
