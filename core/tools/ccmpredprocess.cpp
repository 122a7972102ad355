// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/ccmpredprocess.h"

#include "core/alignment/alignmentwriter.h"
#include "core/base/fulldisk.h"
#include "core/base/systemmemory.h"
#include "core/coevolution/ccmpredfiles.h"
#include "core/export/textfile.h"
#include "core/tools/toolinfo.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace WhiteBox {

namespace {

constexpr int kMostColumns = 1787;   // its 32-bit counts overflow beyond
constexpr double kBytesANumber = 26; // of a raw file
constexpr int kWatchMilliseconds = 500;

Error refusal(ErrorKind kind, const QString &why, const QString &remedy)
{
    Error error;
    error.kind = kind;
    error.what = CcmpredProcess::tr("ccmpred cannot compute these couplings");
    error.why = why;
    error.remedy = remedy;
    return error;
}

/// Of its couplings' file, about.
double rawBytes(double columns)
{
    return kBytesANumber * kBlock * columns * (columns - 1) / 2;
}

Result<void> checkSize(const Alignment &alignment)
{
    const double L = alignment.columns();
    if (alignment.columns() > kMostColumns)
        return refusal(
            ErrorKind::Unsupported,
            CcmpredProcess::tr("it fails above %1 columns, and there are %2").arg(kMostColumns).arg(L),
            CcmpredProcess::tr("Use the built-in engine."));
    return checkMemory(10752 * L * L + 256.0 * alignment.rows() * L,
                       CcmpredProcess::tr("Computing the couplings of %1 columns with ccmpred").arg(L),
                       CcmpredProcess::tr("Use the built-in engine, which needs less."));
}

Result<void> checkFolder(const QString &path, int columns)
{
    const QFileInfo folder(path);
    if (!folder.isDir() || !folder.isWritable())
        return Error::io(path, CcmpredProcess::tr("ccmpred has no folder to write to"),
                         folder.isDir() ? CcmpredProcess::tr("the folder is read-only")
                                        : CcmpredProcess::tr("the folder is not there"),
                         CcmpredProcess::tr("Choose another folder."));
    const double needed = rawBytes(columns);
    if (const qint64 free = freeOnDisk(path); free >= 0 && double(free) < needed)
        return refusal(ErrorKind::Resources,
                       CcmpredProcess::tr("its files take %1 MB and %2 MB are free on %3")
                           .arg(needed / 1e6, 0, 'f', 0)
                           .arg(double(free) / 1e6, 0, 'f', 0)
                           .arg(path),
                       CcmpredProcess::tr("Free some space, or use the built-in engine."));
    return {};
}

QStringList argumentsFor(const PottsOptions &options)
{
    const auto number = [](double value) { return QString::number(value, 'g', 10); };
    return {QStringLiteral("-t"), QString::number(std::max(1, options.threads)),
            QStringLiteral("-n"), QString::number(options.iterationLimit()),
            QStringLiteral("-e"), number(options.epsilon),
            QStringLiteral("-k"), QString::number(options.lookBack),
            QStringLiteral("-w"), number(options.identityThreshold),
            QStringLiteral("-l"), number(options.pairRegularization)};
}

} // namespace

Result<QString> findCcmpred(const QString &program)
{
    const QString path = findProgram(program.isEmpty() ? QStringLiteral("ccmpred") : program);
    if (!path.isEmpty())
        return path;
    Error error;
    error.kind = ErrorKind::MissingTool;
    error.what = CcmpredProcess::tr("ccmpred was not found");
    error.why = program.isEmpty() ? CcmpredProcess::tr("it is not in any folder of PATH")
                                  : CcmpredProcess::tr("%1 is no program that can be run").arg(program);
    error.remedy =
        CcmpredProcess::tr("Set its path, or use the built-in engine, which gives the same scores.");
    return error;
}

CcmpredProcess::CcmpredProcess(QObject *parent)
    : QObject(parent)
{
    m_watch.setInterval(kWatchMilliseconds);
    connect(&m_watch, &QTimer::timeout, this, [this] {
        if (m_process.silence() >= m_patience)
            tellProgress();
    });
    connect(&m_process, &ExternalProcess::outputLine, this, &CcmpredProcess::takeLine);
    connect(&m_process, &ExternalProcess::finished, this, &CcmpredProcess::conclude);
}

CcmpredProcess::~CcmpredProcess() = default;

Result<void> CcmpredProcess::prepare(const Alignment &alignment, const PottsOptions &options,
                                     const QString &program, const QString &workDirectory)
{
    const auto path = findCcmpred(program);
    if (!path.isOk())
        return path.error();
    if (auto input = checkCouplingsInput(alignment, options); !input.isOk())
        return input;
    if (auto size = checkSize(alignment); !size.isOk())
        return size;
    if (auto folder = checkFolder(workDirectory, alignment.columns()); !folder.isOk())
        return folder;
    const QDir directory(workDirectory);
    m_program = path.value();
    m_folder = workDirectory;
    m_limits.files = QStringList{directory.absoluteFilePath(QStringLiteral("ccmpred.raw")),
                                 directory.absoluteFilePath(QStringLiteral("ccmpred.mat"))};
    m_limits.fileBytes = (qint64(16) << 20) + qint64(2 * rawBytes(alignment.columns()));
    m_couplings = directory.absoluteFilePath(QStringLiteral("ccmpred.raw"));
    removeCcmpredFiles(workDirectory);
    m_arguments = argumentsFor(options) + QStringList{QStringLiteral("-r"), m_couplings};
    if (options.start) {
        const QString start = directory.absoluteFilePath(QStringLiteral("ccmpred-start.raw"));
        if (auto saved = saveRawCouplings(start, *options.start); !saved.isOk())
            return saved;
        m_arguments << QStringLiteral("-i") << start;
    }
    const QString input = directory.absoluteFilePath(QStringLiteral("ccmpred.aln"));
    m_arguments << input << directory.absoluteFilePath(QStringLiteral("ccmpred.mat"));
    return writeTextFile(input, formatAln(alignment));
}

void CcmpredProcess::start(const Alignment &alignment, const PottsOptions &options, const QString &program,
                           const QString &workDirectory)
{
    const Result<void> ready = prepare(alignment, options, program, workDirectory);
    const auto go = [this, ready] {
        if (m_cancelled)
            Q_EMIT finished(Error::cancelled());
        else if (!ready.isOk())
            Q_EMIT finished(ready.error());
        else
            launch();
    };
    QMetaObject::invokeMethod(this, go, Qt::QueuedConnection);
}

void CcmpredProcess::launch()
{
    QString program = m_program;
    QStringList arguments = m_arguments;
    // It buffers its lines on a pipe. Without stdbuf they come late, but all else works.
    const QString stdbuf = QStandardPaths::findExecutable(QStringLiteral("stdbuf"));
    if (!stdbuf.isEmpty()) {
        arguments = QStringList{QStringLiteral("-oL"), program} + arguments;
        program = stdbuf;
    }
    m_process.setLimits(m_limits);
    m_clock.start();
    m_process.start(program, arguments, m_folder);
    m_watch.start();
    tellProgress();
}

void CcmpredProcess::cancel()
{
    m_cancelled = true;
    m_process.cancel();
}

void CcmpredProcess::takeLine(const QByteArray &line)
{
    if (m_output.take(line) && !m_output.trace.empty())
        tellProgress();
}

void CcmpredProcess::tellProgress()
{
    const QString silence = silenceNote(m_process.silence(), m_patience);
    if (m_output.trace.empty()) {
        Q_EMIT progress(-1, tr("ccmpred weights the rows") + silence);
        return;
    }
    const PottsIteration &last = m_output.trace.back();
    const double seconds = double(m_clock.elapsed()) / 1000;
    Q_EMIT progress(couplingsFraction(last.iteration),
                    couplingsProgressText(last, seconds, last.iteration) + silence);
}

void CcmpredProcess::conclude(const ProcessOutcome &outcome)
{
    m_watch.stop();
    const Result<void> judged = judgeCcmpred(outcome, m_output, m_couplings);
    if (judged.isOk()) {
        Q_EMIT finished(m_couplings);
        return;
    }
    removeCcmpredFiles(m_folder);
    Q_EMIT finished(judged.error());
}

void removeCcmpredFiles(const QString &workDirectory)
{
    for (const QString &name : kCcmpredFiles)
        QFile::remove(workDirectory + QLatin1Char('/') + name);
}

} // namespace WhiteBox
