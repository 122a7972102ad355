// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/fitcheckpoint.h"

#include "core/base/savefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>
#include <zlib.h>

namespace WhiteBox {

namespace {

const QByteArray kMagic("WBFIT\x1a\x03\n", 8); // raise the version when the engine's results change
constexpr quint32 kLongestHeader = 64U << 20;
constexpr qint64 kPiece = qint64(1) << 20; // between two looks at the stop token
constexpr double kShareOfTime = 20;        // a write may take one part in so many of the time

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FitCheckpoint)
};

QString unfinished(const QString &path)
{
    return path + QStringLiteral(".part");
}

void put(QDataStream &stream, const PottsIteration &i)
{
    stream << qint32(i.iteration) << qint32(i.evaluations) << i.objective << i.xSquaredNorm
           << i.gradientSquaredNorm << i.step;
}

PottsIteration takeIteration(QDataStream &stream)
{
    qint32 iteration = 0;
    qint32 evaluations = 0;
    PottsIteration i;
    stream >> iteration >> evaluations >> i.objective >> i.xSquaredNorm >> i.gradientSquaredNorm >> i.step;
    i.iteration = iteration;
    i.evaluations = evaluations;
    return i;
}

struct Header
{
    QByteArray input;
    QByteArray parameters;
    OptimiserState state;
    std::vector<PottsIteration> trace;

    QByteArray bytes() const
    {
        QByteArray out;
        QDataStream stream(&out, QIODevice::WriteOnly);
        stream.setVersion(QDataStream::Qt_6_0);
        stream << input << parameters << state.step << state.lastGg << state.lastSlope
               << quint32(trace.size());
        for (const PottsIteration &iteration : trace)
            put(stream, iteration);
        return out;
    }
    static bool parse(const QByteArray &bytes, Header &header)
    {
        QDataStream stream(bytes);
        stream.setVersion(QDataStream::Qt_6_0);
        quint32 count = 0;
        stream >> header.input >> header.parameters >> header.state.step >> header.state.lastGg >>
            header.state.lastSlope >> count;
        for (quint32 t = 0; t < count && stream.status() == QDataStream::Ok; ++t)
            header.trace.push_back(takeIteration(stream));
        return stream.status() == QDataStream::Ok && stream.atEnd();
    }
};

/// The five tables in the order of the file.
template <class F>
bool forEachTable(PottsObjective::Position position, F &&f)
{
    return f(std::as_writable_bytes(position.x)) && f(std::as_writable_bytes(position.s)) &&
           f(std::as_writable_bytes(position.logits)) && f(std::as_writable_bytes(position.fieldX)) &&
           f(std::as_writable_bytes(position.fieldS));
}

uLong sumOn(uLong sum, const void *bytes, qint64 size)
{
    return crc32(sum, static_cast<const Bytef *>(bytes), uInt(size));
}

/// False when stopped or out of disk.
bool writePieces(QFile &file, std::span<std::byte> table, uLong &sum, const StopToken &stop)
{
    for (std::size_t at = 0; at < table.size();) {
        const auto size = std::min<qint64>(kPiece, qint64(table.size() - at));
        sum = sumOn(sum, table.data() + at, size);
        if (stop.stop_requested() ||
            file.write(reinterpret_cast<const char *>(table.data() + at), size) != size)
            return false;
        at += std::size_t(size);
    }
    return true;
}

bool writeAll(QFile &file, const QByteArray &head, PottsObjective::Position position, const StopToken &stop)
{
    uLong sum = sumOn(0, head.constData(), head.size());
    if (file.write(head) != head.size() || !forEachTable(position, [&](std::span<std::byte> table) {
            return writePieces(file, table, sum, stop);
        }))
        return false;
    const auto stored = quint32(sum);
    return file.write(reinterpret_cast<const char *>(&stored), sizeof stored) == sizeof stored &&
           file.flush();
}

/// Whether the last four bytes are the sum of all before.
bool isWhole(QFile &file, const StopToken &stop)
{
    uLong sum = 0;
    QByteArray piece;
    const qint64 size = file.size() - qint64(sizeof(quint32));
    for (qint64 left = size; left > 0 && !stop.stop_requested(); left -= piece.size()) {
        piece = file.read(std::min(left, kPiece));
        if (piece.isEmpty())
            return false;
        sum = sumOn(sum, piece.constData(), piece.size());
    }
    quint32 stored = 0;
    return file.read(reinterpret_cast<char *>(&stored), sizeof stored) == sizeof stored &&
           stored == quint32(sum);
}

Error damaged(const QString &path)
{
    return Error::parse(path, 0, Text::tr("it is no whole checkpoint of a fit"),
                        Text::tr("Remove it to begin anew, or name another file."));
}

/// The header of a whole file, the position after it.
Result<Header> readHeader(QFile &file, const StopToken &stop)
{
    quint32 size = 0;
    if (file.read(kMagic.size()) != kMagic ||
        file.read(reinterpret_cast<char *>(&size), sizeof size) != sizeof size || size > kLongestHeader)
        return damaged(file.fileName());
    Header header;
    const qint64 start = file.pos();
    if (!Header::parse(file.read(size), header) || !file.seek(0) || !isWhole(file, stop) ||
        !file.seek(start + size))
        return stop.stop_requested() ? Error::cancelled() : damaged(file.fileName());
    return header;
}

Error foreign(const QString &path, const Header &found, const QByteArray &input, const QByteArray &parameters)
{
    Error error;
    error.kind = ErrorKind::Mismatch;
    error.file = path;
    error.what = Text::tr("The checkpoint belongs to another fit");
    error.why = found.input != input
                    ? Text::tr("it was made of another alignment or start")
                    : Text::tr("it was made with %1, not with %2")
                          .arg(QString::fromLatin1(found.parameters), QString::fromLatin1(parameters));
    error.remedy = Text::tr("Remove it to begin anew, or name another file.");
    return error;
}

QByteArray hashOf(const Alignment &alignment, const CouplingTensor *start)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](auto values) {
        hash.addData(
            QByteArrayView(reinterpret_cast<const char *>(values.data()), qsizetype(values.size_bytes())));
    };
    const int shape[] = {alignment.rows(), alignment.columns()};
    add(std::span(shape));
    add(alignment.states());
    if (start) {
        add(start->values());
        add(start->fields());
    }
    return hash.result();
}

QByteArray describe(const PottsOptions &o, SimdLevel level)
{
    const auto number = [](double value) { return QByteArray::number(value, 'g', 17); };
    return QByteArray(o.mode == PottsMode::Converged ? "mode converged" : "mode ccmpred") + ", identity " +
           number(o.identityThreshold) + ", lambda " + number(o.pairRegularization) + " and " +
           number(o.fieldRegularization) + ", iterations " + QByteArray::number(o.iterationLimit()) +
           ", epsilon " + number(o.epsilon) + " over " + QByteArray::number(o.lookBack) + ", tolerance " +
           number(o.gradientTolerance) + ", " + simdLevelName(level);
}

} // namespace

FitCheckpoint::FitCheckpoint(const Alignment &alignment, const PottsOptions &options, SimdLevel level)
    : m_path(options.checkpoint)
    , m_seconds(options.checkpointSeconds)
    , m_replace(options.replaceCheckpoint)
    , m_due(Clock::now() +
            std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(m_seconds)))
{
    if (m_path.isEmpty())
        return;
    m_input = hashOf(alignment, options.start.get());
    m_parameters = describe(options, level);
}

Result<bool> FitCheckpoint::load(PottsObjective &objective, OptimiserState &state,
                                 std::vector<PottsIteration> &trace, const StopToken &stop) const
{
    if (m_path.isEmpty() || !QFileInfo::exists(m_path))
        return false;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return Error::io(m_path, Text::tr("The checkpoint could not be opened"), file.errorString(),
                         Text::tr("Check the path and who may read it, or begin without the checkpoint."));
    const auto read = readHeader(file, stop);
    if (!read.isOk())
        return m_replace && !read.error().isCancelled() ? Result<bool>(false) : Result<bool>(read.error());
    const Header &header = read.value();
    if (header.input != m_input || header.parameters != m_parameters)
        return m_replace ? Result<bool>(false) : Result<bool>(foreign(m_path, header, m_input, m_parameters));
    qint64 expected = sizeof(quint32);
    PottsObjective::Position position = objective.position();
    forEachTable(position,
                 [&](std::span<std::byte> table) { return (expected += qint64(table.size())) > 0; });
    if (file.size() - file.pos() != expected)
        return damaged(m_path);
    const bool complete = forEachTable(position, [&](std::span<std::byte> table) {
        return !stop.stop_requested() && file.read(reinterpret_cast<char *>(table.data()),
                                                   qint64(table.size())) == qint64(table.size());
    });
    if (!complete)
        return stop.stop_requested()
                   ? Error::cancelled()
                   : Error::io(
                         m_path, Text::tr("The checkpoint could not be read"), file.errorString(),
                         Text::tr("Check the path and who may read it, or begin without the checkpoint."));
    state = header.state;
    trace = header.trace;
    return true;
}

void FitCheckpoint::saveIfDue(PottsObjective &objective, const OptimiserState &state,
                              const std::vector<PottsIteration> &trace, const StopToken &stop)
{
    const auto started = Clock::now();
    if (m_path.isEmpty() || !m_problem.isEmpty() || started < m_due || stop.stop_requested())
        return;
    QFile file(unfinished(m_path));
    const Header header{m_input, m_parameters, state, trace};
    const QByteArray bytes = header.bytes();
    const auto size = quint32(bytes.size());
    const QByteArray head = kMagic + QByteArray(reinterpret_cast<const char *>(&size), sizeof size) + bytes;
    clearWorkingName(file.fileName());
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered) &&
                         writeAll(file, head, objective.position(), stop);
    file.close();
    // Not synced to the disk, which can take seconds: what a power failure tears is told by its sum.
    if (!written || std::rename(QFile::encodeName(file.fileName()).constData(),
                                QFile::encodeName(m_path).constData()) != 0) {
        if (!stop.stop_requested())
            m_problem = Text::tr("The checkpoint could not be written: %1.").arg(file.errorString());
        file.remove();
    }
    const std::chrono::duration<double> took = Clock::now() - started;
    m_due = Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(
                               std::max(m_seconds, m_seconds > 0 ? kShareOfTime * took.count() : 0)));
}

void removeCheckpoint(const QString &path)
{
    if (path.isEmpty())
        return;
    QFile::remove(path);
    QFile::remove(unfinished(path));
}

} // namespace WhiteBox
