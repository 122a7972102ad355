// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/jacobianfile.h"

#include "core/base/fulldisk.h"
#include "core/base/savefile.h"
#include "core/export/halffloat.h"
#include "core/export/npy.h"
#include "core/export/textfile.h"
#include "core/store/hdf5file.h"
#include "core/store/hdf5stream.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <memory>

namespace WhiteBox {

namespace {

constexpr std::int64_t kCheckpointPairs = 512; // 0.2 GB in float32

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JacobianFile)
};

QString fingerprintOf(const Jacobian &jacobian, const JacobianFileOptions &options)
{
    return jacobian.fingerprint() +
           (options.half ? QStringLiteral(" binary16 ") : QStringLiteral(" float32 ")) +
           QString::number(options.gzip);
}

QByteArray headerOf(const Jacobian &jacobian, bool half)
{
    const auto extents = jacobian.shape();
    return npyHeader({extents.begin(), extents.end()}, half ? NpyType::Float16 : NpyType::Float32);
}

QString partOf(const QString &path)
{
    return path + QStringLiteral(".part");
}

QString jsonOf(const QString &path)
{
    return path.chopped(4) + QStringLiteral(".json");
}

/// Where the pairs go; what a stopped run left counts as done.
class PairSink
{
public:
    virtual ~PairSink() = default;
    virtual std::int64_t done() const = 0;
    virtual Result<void> append(std::span<const float> values) = 0;
    virtual Result<void> checkpoint() = 0;
    virtual Result<void> close() = 0;
};

class Hdf5Sink final : public PairSink
{
public:
    Hdf5Sink(Hdf5Stream stream, bool half)
        : m_stream(std::move(stream))
        , m_half(half)
    {}
    std::int64_t done() const override { return m_stream.done(); }
    Result<void> append(std::span<const float> values) override
    {
        if (!m_half)
            return m_stream.append(values.data());
        m_bits.resize(values.size());
        for (std::size_t n = 0; n < values.size(); ++n)
            m_bits[n] = floatToHalf(values[n]);
        return m_stream.append(m_bits.data());
    }
    Result<void> checkpoint() override { return m_stream.checkpoint(); }
    Result<void> close() override { return m_stream.close(); }

private:
    Hdf5Stream m_stream;
    bool m_half;
    std::vector<std::uint16_t> m_bits;
};

/// The file's size tells how many pairs are whole; a file beside it tells what they were made of.
class NpySink final : public PairSink
{
public:
    NpySink(const QString &path, const Jacobian &jacobian, NpyType type)
        : m_file(path)
        , m_type(type)
    {
        const auto extents = jacobian.shape();
        m_header = headerOf(jacobian, type == NpyType::Float16);
        m_pairBytes = npySize(type);
        for (std::size_t d = 2; d < extents.size(); ++d)
            m_pairBytes *= extents[d];
    }

    Result<void> open(const QString &fingerprint, std::int64_t whole)
    {
        if (whole == 0)
            clearWorkingName(m_file.fileName());
        if (QFileInfo(m_file).isSymLink() || !m_file.open(QIODevice::ReadWrite) ||
            !m_file.resize(m_header.size() + whole * m_pairBytes))
            return failure();
        m_file.seek(0);
        if (m_file.write(m_header) != m_header.size() || !m_file.seek(m_file.size()))
            return failure();
        m_done = whole;
        return writeTextFile(fingerprintPath(), fingerprint.toUtf8());
    }

    std::int64_t done() const override { return m_done; }
    Result<void> append(std::span<const float> values) override
    {
        const QByteArray converted = m_type == NpyType::Float32 ? QByteArray() : npyBytes(values, m_type);
        const char *bytes = m_type == NpyType::Float32 ? reinterpret_cast<const char *>(values.data())
                                                       : converted.constData();
        if (m_file.write(bytes, m_pairBytes) != m_pairBytes)
            return failure();
        ++m_done;
        return {};
    }
    Result<void> checkpoint() override { return m_file.flush() ? Result<void>() : failure(); }
    Result<void> close() override
    {
        if (auto flushed = checkpoint(); !flushed.isOk())
            return flushed;
        m_file.close();
        return {};
    }
    QString fingerprintPath() const { return m_file.fileName() + QStringLiteral(".id"); }

private:
    Error failure() const
    {
        return Error::io(m_file.fileName(), Text::tr("The array could not be written"), m_file.errorString(),
                         Text::tr("Make room on the disk or choose another folder."));
    }

    QFile m_file;
    NpyType m_type;
    QByteArray m_header;
    qint64 m_pairBytes = 0;
    std::int64_t m_done = 0;
};

bool isHdf5(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("h5") || suffix == QLatin1String("hdf5");
}

Result<std::unique_ptr<PairSink>> openHdf5(const QString &part, const Jacobian &jacobian,
                                           const JacobianFileOptions &options, std::int64_t done)
{
    const auto extents = jacobian.shape();
    Hdf5StreamLayout layout{QStringLiteral("jacobian"),
                            {extents.begin(), extents.end()},
                            2,
                            {QStringLiteral("residue i"), QStringLiteral("residue j"),
                             QStringLiteral("amino acid at i"), QStringLiteral("amino acid at j"),
                             QStringLiteral("offset of i"), QStringLiteral("offset of j")},
                            options.half,
                            options.gzip,
                            options.description,
                            fingerprintOf(jacobian, options)};
    auto stream = done > 0 ? Hdf5Stream::resume(part, layout) : Hdf5Stream::create(part, layout);
    if (!stream.isOk())
        return std::move(stream).error();
    return std::unique_ptr<PairSink>(new Hdf5Sink(std::move(stream).value(), options.half));
}

Result<std::unique_ptr<PairSink>> openSink(const QString &path, const Jacobian &jacobian,
                                           const JacobianFileOptions &options, std::int64_t done)
{
    const QString part = partOf(path);
    if (isHdf5(path))
        return openHdf5(part, jacobian, options, done);
    auto sink = std::make_unique<NpySink>(part, jacobian, options.half ? NpyType::Float16 : NpyType::Float32);
    if (auto opened = sink->open(fingerprintOf(jacobian, options), done); !opened.isOk())
        return std::move(opened).error();
    return std::unique_ptr<PairSink>(std::move(sink));
}

Result<void> fill(PairSink &sink, const Jacobian &jacobian, int threads, const StopToken &stop,
                  const Progress &progress)
{
    const std::int64_t length = jacobian.shape()[0];
    const std::int64_t before = sink.done();
    const double whole = double(length * length);
    const auto append = [&](ResiduePair, std::span<const float> values) {
        auto appended = sink.append(values);
        if (appended.isOk() && sink.done() % kCheckpointPairs == 0)
            return sink.checkpoint();
        return appended;
    };
    const Progress rest([&](double fraction, const QString &text) {
        progress.report((double(before) + fraction * (whole - double(before))) / whole, text);
    });
    auto streamed =
        jacobian.stream(append, threads, stop, rest, {int(before / length), int(before % length)});
    auto closed = sink.close();
    return streamed.isOk() ? closed : streamed;
}

void removeParts(const QString &part)
{
    QFile::remove(part);
    QFile::remove(part + QStringLiteral(".id"));
}

/// Pairs that a file holds of the array with this fingerprint, −1 where it holds another one.
std::int64_t pairsInHdf5(const QString &path, const QString &fingerprint)
{
    const QString dataset = QStringLiteral("jacobian");
    Hdf5Reader reader(path);
    if (reader.textAttribute(dataset, QStringLiteral("fingerprint")) != fingerprint)
        return -1;
    return std::int64_t(reader.numberAttribute(dataset, QStringLiteral("slices_done")));
}

std::int64_t pairsInNpy(const QString &path, const QByteArray &header, double pairBytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.read(header.size()) != header)
        return -1;
    return std::int64_t(double(file.size() - header.size()) / pairBytes);
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Of PATH.part, or of PATH itself: as pairsInHdf5().
std::int64_t pairsIn(const QString &path, bool part, const Jacobian &jacobian,
                     const JacobianFileOptions &options)
{
    const QString file = part ? partOf(path) : path;
    const QString fingerprint = fingerprintOf(jacobian, options);
    if (isHdf5(path))
        return pairsInHdf5(file, fingerprint);
    const QString found =
        part ? QString::fromUtf8(contentsOf(file + QStringLiteral(".id")))
             : QJsonDocument::fromJson(contentsOf(jsonOf(path)))[QStringLiteral("fingerprint")].toString();
    if (found != fingerprint)
        return -1;
    const auto extents = jacobian.shape();
    return pairsInNpy(file, headerOf(jacobian, options.half),
                      jacobian.bytes() / (options.half ? 2 : 1) / double(extents[0] * extents[1]));
}

Result<void> checkFormat(const QString &path, const JacobianFileOptions &options)
{
    const bool npy = QFileInfo(path).suffix().toLower() == QLatin1String("npy");
    if (!isHdf5(path) && !npy)
        return Error{ErrorKind::Unsupported, Text::tr("The format of the output is not known"),
                     Text::tr("a whole Jacobian is HDF5 or NPY"), Text::tr("Name the file .h5 or .npy."),
                     path};
    if (npy && options.gzip > 0)
        return Error{ErrorKind::Unsupported, Text::tr("The array cannot be compressed"),
                     Text::tr("NPY has no compression"), Text::tr("Name the file .h5, or leave out --gzip."),
                     path};
    return {};
}

/// What there is to go on with.
Result<void> findDone(const QString &path, const Jacobian &jacobian, const JacobianFileOptions &options,
                      JacobianFilePlan &plan)
{
    const auto extents = jacobian.shape();
    const std::int64_t whole = extents[0] * extents[1];
    if (QFile::exists(path) && pairsIn(path, false, jacobian, options) == whole) {
        plan.complete = true;
        plan.donePairs = whole;
        return {};
    }
    const bool stopped = QFile::exists(partOf(path));
    if (!stopped && !QFile::exists(path))
        return {};
    plan.donePairs = stopped ? pairsIn(path, true, jacobian, options) : -1;
    if (plan.donePairs >= 0 && plan.donePairs <= whole)
        return {};
    return Error{
        ErrorKind::Mismatch, Text::tr("There is no run of this array to go on with"),
        Text::tr("the file is damaged, or was made from other data or with other settings"),
        Text::tr("Give that run's input, network and settings, name another file, or leave out --resume to "
                 "begin anew."),
        stopped ? partOf(path) : path};
}

/// The JSON beside an NPY file, from which a later run knows what the file holds.
Result<void> describe(const QString &path, const Jacobian &jacobian, const JacobianFileOptions &options)
{
    QJsonObject described = QJsonDocument::fromJson(options.description.toUtf8()).object();
    described.insert(QStringLiteral("fingerprint"), fingerprintOf(jacobian, options));
    return writeTextFile(jsonOf(path), QJsonDocument(described).toJson());
}

} // namespace

DiskRoom diskRoom(double bytes, double freeBytes, bool compressed)
{
    if (freeBytes >= bytes)
        return DiskRoom::Enough;
    return compressed && freeBytes >= bytes / 10 ? DiskRoom::Doubtful : DiskRoom::TooLittle;
}

Result<JacobianFilePlan> planJacobian(const QString &path, const Jacobian &jacobian,
                                      const JacobianFileOptions &options)
{
    if (auto known = checkFormat(path, options); !known.isOk())
        return std::move(known).error();
    JacobianFilePlan plan;
    if (options.resume)
        if (auto found = findDone(path, jacobian, options, plan); !found.isOk())
            return std::move(found).error();
    if (plan.complete)
        return plan;
    const auto extents = jacobian.shape();
    const double left = 1 - double(plan.donePairs) / double(extents[0] * extents[1]);
    plan.bytes = jacobian.bytes() / (options.half ? 2 : 1) * left;
    const qint64 free = freeOnDisk(QFileInfo(path).absolutePath());
    plan.freeBytes = free >= 0 ? double(free) : plan.bytes;
    plan.room = diskRoom(plan.bytes, plan.freeBytes, options.gzip > 0);
    if (plan.room != DiskRoom::TooLittle)
        return plan;
    const QString numbers = options.gzip > 0
                                ? Text::tr("it takes up to %1 MB before compression, %2 MB are free")
                                : Text::tr("it takes %1 MB, %2 MB are free");
    return Error{ErrorKind::Resources, Text::tr("The array does not fit on the disk"),
                 numbers.arg(qint64(plan.bytes / 1e6)).arg(qint64(plan.freeBytes / 1e6)),
                 Text::tr("Make room, choose another disk, or write float16."), path};
}

Result<void> writeJacobian(const QString &path, const Jacobian &jacobian, const JacobianFileOptions &options,
                           int threads, const StopToken &stop, const Progress &progress)
{
    auto plan = planJacobian(path, jacobian, options);
    if (!plan.isOk())
        return std::move(plan).error();
    if (plan.value().complete)
        return {};
    const QString part = partOf(path);
    auto sink = openSink(path, jacobian, options, plan.value().donePairs);
    if (!sink.isOk())
        return std::move(sink).error();
    if (auto filled = fill(*sink.value(), jacobian, threads, stop, progress); !filled.isOk()) {
        if (!filled.error().isCancelled())
            removeParts(part);
        return filled;
    }
    sink.value().reset();
    if (!isHdf5(path))
        if (auto told = describe(path, jacobian, options); !told.isOk())
            return told;
    if (std::rename(QFile::encodeName(part).constData(), QFile::encodeName(path).constData()) != 0)
        return Error::io(path, Text::tr("The array could not be written"),
                         Text::tr("it could not be renamed"),
                         Text::tr("Check the permissions of the folder."));
    removeParts(part);
    return {};
}

} // namespace WhiteBox
