// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workbench.h"

#include "core/network/predictor.h"
#include "core/pipeline/inputcontent.h"
#include "core/pipeline/setup.h"
#include "core/sequence/inputfile.h"
#include "core/store/jobstore.h"
#include "core/store/resultfile.h"
#include "core/structure/structurereader.h"
#include "core/tools/exampledatabase.h"
#include "widgets/pairranking.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QThread>
#include <QThreadPool>

#include <algorithm>

namespace WhiteBox {

namespace {

constexpr int kRankedSeparation = 6;

/// Whether all files hold structures: they are truths then, nothing to predict. Reads their beginnings.
bool areStructures(const QStringList &paths)
{
    return std::all_of(paths.begin(), paths.end(), [](const QString &path) {
        const auto head = loadInputHead(path, kContentHead);
        return head.isOk() && recogniseContent(head.value()) == InputContent::Structure;
    });
}

/// The explainer of a protein with the shipped network; runs on the controller's thread.
ExplanationController::Factory explainerOf(std::shared_ptr<const CouplingTensor> couplings)
{
    return [couplings =
                std::move(couplings)](const StopToken &stop) -> Result<std::shared_ptr<const Explainer>> {
        auto predictor = Predictor::loadShipped();
        if (!predictor.isOk())
            return predictor.error();
        const int threads = std::max(1, QThread::idealThreadCount());
        return Explainer::create(predictor.value()->network(), predictor.value()->inputFor(couplings),
                                 threads, stop);
    };
}

} // namespace

Workbench::Workbench(QObject *parent)
    : QObject(parent)
    , m_explanations(&m_selection, &m_settings)
{
    connect(&m_explanations, &ExplanationController::failed, this, &Workbench::failed);
    m_database = QSettings().value(QStringLiteral("database")).toString();
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
    connectRunner();
    auto records = m_store->list();
    if (!records.isOk())
        return records.error();
    m_jobs.setRecords(std::move(records).value());
    for (const QString &notice : m_store->notices())
        Q_EMIT noticed(notice);
    return {};
}

void Workbench::connectRunner()
{
    const auto update = [this](const QString &id) {
        const auto record = m_store->find(id);
        if (record.isOk())
            m_jobs.updateRecord(record.value());
    };
    connect(m_runner.get(), &JobRunner::jobChanged, this, [this, update](const QString &id) {
        update(id);
        const QModelIndex index = m_jobs.indexOf(id);
        const JobRecord *record = m_jobs.record(index.row());
        if (record && record->state == JobState::Cancelled) {
            if (m_awaited == id)
                m_awaited.clear();
            Q_EMIT jobSettled(id);
        }
    });
    connect(m_runner.get(), &JobRunner::jobProgress, &m_jobs, &JobTableModel::setProgress);
    connect(m_runner.get(), &JobRunner::jobFinished, this,
            [this, update](const QString &id, const std::shared_ptr<const JobResult> &result) {
                update(id);
                if (m_awaited == id) {
                    m_awaited.clear();
                    setResult(result);
                }
                Q_EMIT jobSettled(id);
            });
    connect(m_runner.get(), &JobRunner::jobFailed, this,
            [this, update](const QString &id, const Error &error) {
                update(id);
                if (m_awaited == id)
                    m_awaited.clear();
                Q_EMIT failed(error);
                Q_EMIT jobSettled(id);
            });
}

QString Workbench::resultPath() const
{
    return m_result && m_store ? m_store->resultPath(m_result->jobId) : QString();
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
    return m_database.isEmpty() ? exampleDatabasePath() : m_database;
}

void Workbench::setDatabase(const QString &path)
{
    m_database = path;
    QSettings().setValue(QStringLiteral("database"), path);
}

void Workbench::aside(const QString &text, std::function<std::function<void()>()> work)
{
    Q_EMIT busy(text);
    QThreadPool::globalInstance()->start([this, work = std::move(work)] {
        auto finish = work();
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
    const std::string query = m_result ? m_result->query.residues : std::string();
    aside(tr("Reading %1…").arg(QFileInfo(paths.first()).fileName()),
          [this, paths, query]() -> std::function<void()> {
              if (!query.empty() && areStructures(paths))
                  return [this, match = readMatchingChain(paths.first(), query)] { addTruth(match); };
              return [this, inputs = loadJobInputs(paths)] { takeInputs(inputs); };
          });
}

void Workbench::openText(const QByteArray &text, const QString &origin)
{
    aside(tr("Reading %1…").arg(origin), [this, text, origin]() -> std::function<void()> {
        return [this, inputs = parseJobInputs(text, origin)] { takeInputs(inputs); };
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

void Workbench::takeInputs(const Result<std::vector<JobInput>> &inputs)
{
    if (!inputs.isOk()) {
        Q_EMIT failed(inputs.error());
        return;
    }
    submit(inputs.value());
}

void Workbench::submit(const std::vector<JobInput> &inputs)
{
    if (!m_runner)
        return;
    JobParameters parameters;
    parameters.database = database();
    parameters.threads = std::max(1, QThread::idealThreadCount());
    m_awaited.clear();
    for (const JobInput &input : inputs) {
        const QString id = m_runner->submit(input, parameters);
        const auto record = m_store->find(id);
        if (record.isOk())
            m_jobs.updateRecord(record.value());
        if (m_awaited.isEmpty())
            m_awaited = id; // of several the first one opens
        Q_EMIT jobSubmitted(id);
    }
    if (inputs.size() > 1)
        Q_EMIT noticed(tr("%n jobs were queued.", nullptr, int(inputs.size())));
}

void Workbench::addTruth(const Result<StructureMatch> &match)
{
    if (!match.isOk()) {
        Q_EMIT failed(match.error());
        return;
    }
    if (!m_result || int(match.value().residueOf.size()) != m_result->length())
        return; // another result was opened meanwhile
    auto result = std::make_shared<JobResult>(*m_result);
    result->structure = match.value();
    setResult(std::move(result));
    m_settings.setUpper(MatrixContent::Truth);
    Q_EMIT noticed(tr("%1: %2 residues aligned, %3 % identical, %4 mismatches")
                       .arg(match.value().structure.name)
                       .arg(match.value().aligned)
                       .arg(100 * match.value().identity, 0, 'f', 0)
                       .arg(match.value().mismatches));
}

void Workbench::openJob(const QString &id)
{
    if (!m_store || id.isEmpty())
        return;
    const auto record = m_store->find(id);
    if (!record.isOk()) {
        Q_EMIT failed(record.error());
        return;
    }
    if (record.value().state == JobState::Running || record.value().state == JobState::Queued) {
        m_awaited = id;
        return;
    }
    m_loading = id;
    aside(tr("Opening %1…").arg(record.value().name),
          [this, id, path = m_store->resultPath(id)]() -> std::function<void()> {
              return [this, id, loaded = loadResult(path)] {
                  if (m_loading != id)
                      return;
                  if (loaded.isOk())
                      setResult(std::make_shared<const JobResult>(loaded.value()));
                  else
                      Q_EMIT failed(loaded.error());
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
    const bool sameProtein = m_result && result && m_result->couplings == result->couplings;
    m_result = std::move(result);
    m_selection.setHoveredCell(std::nullopt);
    m_selection.setHoveredPair(std::nullopt);
    if (!sameProtein) {
        m_selection.setPair(std::nullopt);
        m_ranking.clear();
        m_settings.setLockedLimits(0, 0);
        m_explanations.setFactory(m_result && m_result->couplings ? explainerOf(m_result->couplings)
                                                                  : ExplanationController::Factory());
    }
    if (!m_result || !m_result->structure)
        m_settings.setUpper(MatrixContent::CouplingScore);
    else if (m_settings.upper() == MatrixContent::CouplingScore)
        m_settings.setUpper(MatrixContent::Truth);
    Q_EMIT resultChanged();
    if (m_result && !sameProtein)
        selectRanked(0);
}

void Workbench::selectRanked(int offset)
{
    if (!m_result)
        return;
    if (m_ranking.empty())
        m_ranking = rankedPairs(*m_result, kRankedSeparation);
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
