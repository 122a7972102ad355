// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/jacobianfile.h"

#include "core/export/halffloat.h"
#include "core/export/npy.h"
#include "core/export/textfile.h"
#include "core/store/hdf5stream.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <cstdio>
#include <memory>

namespace WhiteBox {

namespace {

constexpr std::int64_t kCheckpointPairs = 512; // 0.2 GB in float32

QString tr(const char *text)
{
    return QCoreApplication::translate("JacobianFile", text);
}

Result<void> checkRoom(const QString &path, double bytes)
{
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    if (!disk.isValid() || double(disk.bytesAvailable()) >= bytes)
        return {};
    return Error{
        ErrorKind::Resources, tr("The array does not fit on the disk"),
        tr("it takes %1 MB, %2 MB are free").arg(qint64(bytes / 1e6)).arg(disk.bytesAvailable() / 1'000'000),
        tr("Make room, choose another disk, or write float16."), path};
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
        m_header = npyHeader({extents.begin(), extents.end()}, type);
        m_pairBytes = npySize(type);
        for (std::size_t d = 2; d < extents.size(); ++d)
            m_pairBytes *= extents[d];
    }

    Result<void> open(const QString &fingerprint, bool resume)
    {
        QFile made(fingerprintPath());
        const bool goOn =
            resume && made.open(QIODevice::ReadOnly) && QString::fromUtf8(made.readAll()) == fingerprint;
        const qint64 whole = goOn ? std::max<qint64>(0, (m_file.size() - m_header.size()) / m_pairBytes) : 0;
        if (!m_file.open(QIODevice::ReadWrite) || !m_file.resize(m_header.size() + whole * m_pairBytes))
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
        return Error::io(m_file.fileName(), tr("The array could not be written"), m_file.errorString(),
                         tr("Make room on the disk or choose another folder."));
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
                                           const JacobianFileOptions &options, const QString &fingerprint)
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
                            fingerprint};
    if (options.resume && QFile::exists(part))
        if (auto stream = Hdf5Stream::resume(part, layout); stream.isOk())
            return std::unique_ptr<PairSink>(new Hdf5Sink(std::move(stream).value(), options.half));
    auto stream = Hdf5Stream::create(part, layout);
    if (!stream.isOk())
        return std::move(stream).error();
    return std::unique_ptr<PairSink>(new Hdf5Sink(std::move(stream).value(), options.half));
}

Result<std::unique_ptr<PairSink>> openSink(const QString &part, bool hdf5, const Jacobian &jacobian,
                                           const JacobianFileOptions &options)
{
    const QString fingerprint = jacobian.fingerprint() +
                                (options.half ? QStringLiteral(" binary16 ") : QStringLiteral(" float32 ")) +
                                QString::number(options.gzip);
    if (hdf5)
        return openHdf5(part, jacobian, options, fingerprint);
    auto sink = std::make_unique<NpySink>(part, jacobian, options.half ? NpyType::Float16 : NpyType::Float32);
    if (auto opened = sink->open(fingerprint, options.resume); !opened.isOk())
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

} // namespace

Result<void> writeJacobian(const QString &path, const Jacobian &jacobian, const JacobianFileOptions &options,
                           int threads, const StopToken &stop, const Progress &progress)
{
    const bool hdf5 = isHdf5(path);
    if (!hdf5 && QFileInfo(path).suffix().toLower() != QLatin1String("npy"))
        return Error{ErrorKind::Unsupported, tr("The format of the output is not known"),
                     tr("a whole Jacobian is HDF5 or NPY"), tr("Name the file .h5 or .npy."), path};
    const QString part = path + QStringLiteral(".part");
    const double there = options.resume ? double(QFileInfo(part).size()) : 0;
    if (auto room = checkRoom(path, jacobian.bytes() / (options.half ? 2 : 1) - there); !room.isOk())
        return room;
    auto sink = openSink(part, hdf5, jacobian, options);
    if (!sink.isOk())
        return std::move(sink).error();
    if (auto filled = fill(*sink.value(), jacobian, threads, stop, progress); !filled.isOk()) {
        if (!filled.error().isCancelled())
            removeParts(part);
        return filled;
    }
    sink.value().reset();
    if (!hdf5 && !options.description.isEmpty())
        if (auto told =
                writeTextFile(path.chopped(4) + QStringLiteral(".json"), options.description.toUtf8());
            !told.isOk())
            return told;
    if (std::rename(QFile::encodeName(part).constData(), QFile::encodeName(path).constData()) != 0)
        return Error::io(path, tr("The array could not be written"), tr("it could not be renamed"),
                         tr("Check the permissions of the folder."));
    removeParts(part);
    return {};
}

} // namespace WhiteBox
