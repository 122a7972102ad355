// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/npy.h"

#include "core/base/savefile.h"
#include "core/export/halffloat.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

namespace WhiteBox {

static_assert(std::endian::native == std::endian::little, "arrays are written as they lie in memory");

namespace {

constexpr qint64 kMaxHeader = 1 << 16;
constexpr char kMagic[] = "\x93NUMPY";

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Npy)
};

struct TypeName
{
    NpyType type;
    const char *name;
    int size;
};

constexpr TypeName kTypes[] = {{NpyType::Float32, "<f4", 4},
                               {NpyType::Float64, "<f8", 8},
                               {NpyType::UInt8, "|u1", 1},
                               {NpyType::Float16, "<f2", 2}};

Error unsupported(const QString &name, const QString &why)
{
    Error error;
    error.kind = ErrorKind::Unsupported;
    error.what = Text::tr("The array could not be read");
    error.why = why;
    error.remedy = Text::tr("In Python: numpy.save(name, numpy.ascontiguousarray(array, dtype=\"<f4\")).");
    error.file = name;
    return error;
}

Error noArray(const QString &name, const QString &why)
{
    return Error::parse(name, 0, why, Text::tr("Choose an .npy file that numpy.save() wrote."));
}

/// Where the data begins and what the header says; `array.data` stays empty.
struct Header
{
    NpyArray array;
    qint64 dataStart = 0;
    qint64 dataSize = 0;
};

/// The values a shape holds, or −1 where the product overflows or an extent is out of range.
qint64 countOf(const std::vector<qint64> &shape)
{
    qint64 count = 1;
    for (const qint64 extent : shape)
        if (extent < 0 || __builtin_mul_overflow(count, extent, &count))
            return -1;
    return count;
}

Result<std::vector<qint64>> parseShape(const QString &text, const QString &name)
{
    std::vector<qint64> shape;
    const QStringList extents = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &extent : extents) {
        bool ok = false;
        const qint64 value = extent.trimmed().toLongLong(&ok);
        if (extent.trimmed().isEmpty() && &extent == &extents.back())
            continue; // "(3, )"
        if (!ok || value < 0 || shape.size() == 32)
            return noArray(name, Text::tr("\"(%1)\" is not a shape").arg(text.left(60)));
        shape.push_back(value);
    }
    return shape;
}

Result<Header> parseDictionary(const QString &text, const QString &name)
{
    static const QRegularExpression descr(QStringLiteral("['\"]descr['\"]\\s*:\\s*['\"]([^'\"]*)['\"]"));
    static const QRegularExpression order(QStringLiteral("['\"]fortran_order['\"]\\s*:\\s*(True|False)"));
    static const QRegularExpression shape(QStringLiteral("['\"]shape['\"]\\s*:\\s*\\(([^)]*)\\)"));
    const auto type = descr.match(text);
    const auto fortran = order.match(text);
    const auto extents = shape.match(text);
    if (!type.hasMatch() || !fortran.hasMatch() || !extents.hasMatch())
        return noArray(name, Text::tr("its header names no type, order and shape"));
    Header header;
    const auto *known = std::find_if(std::begin(kTypes), std::end(kTypes), [&](const TypeName &t) {
        return type.captured(1) == QLatin1String(t.name);
    });
    if (known == std::end(kTypes))
        return unsupported(name, Text::tr("numbers of type \"%1\" are not read, only <f4, <f8, <f2 and |u1")
                                     .arg(type.captured(1).left(20)));
    header.array.type = known->type;
    auto parsed = parseShape(extents.captured(1), name);
    if (!parsed.isOk())
        return std::move(parsed).error();
    header.array.shape = std::move(parsed).value();
    if (fortran.captured(1) == QLatin1String("True") && header.array.shape.size() > 1)
        return unsupported(name, Text::tr("it is stored in Fortran order"));
    const qint64 count = countOf(header.array.shape);
    if (count < 0 || __builtin_mul_overflow(count, qint64(known->size), &header.dataSize))
        return noArray(name, Text::tr("its shape holds more values than any file"));
    return header;
}

/// head: the first bytes of a file, the whole header among them.
Result<Header> parseHeader(const QByteArray &head, const QString &name)
{
    if (head.size() < 12 || !head.startsWith(QByteArray(kMagic, 6)))
        return noArray(name, Text::tr("it does not begin as a NumPy array"));
    const int version = uchar(head[6]);
    if (version < 1 || version > 3)
        return unsupported(name, Text::tr("format version %1 is not known").arg(version));
    const auto byte = [&head](int at) { return qint64(uchar(head[at])); };
    const qint64 start = version == 1 ? 10 : 12;
    const qint64 length = version == 1 ? byte(8) + (byte(9) << 8)
                                       : byte(8) + (byte(9) << 8) + (byte(10) << 16) + (byte(11) << 24);
    if (length > kMaxHeader || start + length > head.size())
        return noArray(name, Text::tr("its header is cut off or longer than %1 bytes").arg(kMaxHeader));
    auto header = parseDictionary(QString::fromUtf8(head.mid(start, length)), name);
    if (header.isOk())
        header.value().dataStart = start + length;
    return header;
}

Result<void> checkSize(const Header &header, qint64 found, const QString &name)
{
    if (found == header.dataSize)
        return {};
    return noArray(name, Text::tr("shape %1 needs %2 bytes of data, found %3")
                             .arg(header.array.shapeText())
                             .arg(header.dataSize)
                             .arg(found));
}

/// "[3, 0, 12]" of the value that stands at an offset in row-major order.
QString indexText(qint64 offset, const std::vector<qint64> &shape)
{
    QStringList index;
    for (std::size_t axis = shape.size(); axis-- > 0; offset /= shape[axis])
        index.prepend(QString::number(offset % shape[axis]));
    return QStringLiteral("[%1]").arg(index.join(QStringLiteral(", ")));
}

} // namespace

int npySize(NpyType type)
{
    return kTypes[int(type)].size;
}

QString NpyArray::shapeText() const
{
    QStringList extents;
    for (const qint64 extent : shape)
        extents << QString::number(extent);
    return QStringLiteral("(%1%2)").arg(extents.join(QStringLiteral(", ")),
                                        shape.size() == 1 ? QStringLiteral(",") : QString());
}

std::vector<float> NpyArray::toFloats() const
{
    return npyFloats({data.constData(), std::size_t(data.size())}, type);
}

std::vector<float> npyFloats(std::span<const char> bytes, NpyType type)
{
    std::vector<float> values(bytes.size() / std::size_t(npySize(type)));
    const char *from = bytes.data();
    const auto read = [from]<class T>(std::size_t n, T) {
        T value;
        std::memcpy(&value, from + n * sizeof(T), sizeof(T));
        return value;
    };
    for (std::size_t n = 0; n < values.size(); ++n)
        switch (type) {
        case NpyType::Float32:
            values[n] = read(n, float());
            break;
        case NpyType::Float64:
            values[n] = float(read(n, double()));
            break;
        case NpyType::UInt8:
            values[n] = float(read(n, std::uint8_t()));
            break;
        case NpyType::Float16:
            values[n] = halfToFloat(read(n, std::uint16_t()));
            break;
        }
    return values;
}

Result<NpyArray> parseNpy(const QByteArray &bytes, const QString &name)
{
    auto header = parseHeader(bytes, name);
    if (!header.isOk())
        return std::move(header).error();
    auto checked = checkSize(header.value(), bytes.size() - header.value().dataStart, name);
    if (!checked.isOk())
        return std::move(checked).error();
    NpyArray array = std::move(header.value().array);
    array.data = bytes.mid(header.value().dataStart);
    return array;
}

Result<void> checkFinite(std::span<const float> values, const std::vector<qint64> &shape, const QString &name)
{
    const auto bad = std::ranges::find_if(values, [](float value) { return !std::isfinite(value); });
    if (bad == values.end())
        return {};
    return Error::parse(name, 0,
                        Text::tr("the value at %1 is %2, expected a finite number")
                            .arg(indexText(bad - values.begin(), shape))
                            .arg(std::isnan(*bad) ? Text::tr("NaN") : Text::tr("infinite")),
                        Text::tr("Compute the array again, or fill what is missing."));
}

namespace {

/// Opens a file and checks that it is as long as its header says.
Result<Header> openFile(QFile &file)
{
    const QString path = file.fileName();
    if (!file.open(QIODevice::ReadOnly))
        return Error::io(path, Text::tr("The array could not be opened"), file.errorString(),
                         Text::tr("Check the path and who may read it."));
    auto header = parseHeader(file.read(kMaxHeader + 12), path);
    if (!header.isOk())
        return std::move(header).error();
    auto checked = checkSize(header.value(), file.size() - header.value().dataStart, path);
    if (!checked.isOk())
        return std::move(checked).error();
    return header;
}

} // namespace

Result<NpyLayout> loadNpyLayout(const QString &path)
{
    QFile file(path);
    auto header = openFile(file);
    if (!header.isOk())
        return std::move(header).error();
    const NpyArray &array = header.value().array;
    return NpyLayout{array.type, array.shape, header.value().dataStart, header.value().dataSize};
}

Result<NpyArray> loadNpy(const QString &path, qint64 maxBytes)
{
    QFile file(path);
    auto header = openFile(file);
    if (!header.isOk())
        return std::move(header).error();
    if (header.value().dataSize > maxBytes)
        return Error{ErrorKind::Resources, Text::tr("The array is too large"),
                     Text::tr("it takes %1 MB of memory").arg(header.value().dataSize / 1'000'000),
                     Text::tr("Give a smaller array."), path};
    NpyArray array = std::move(header.value().array);
    if (!file.seek(header.value().dataStart))
        return Error::io(path, Text::tr("The array could not be read"), file.errorString(),
                         Text::tr("Write the file again: it is cut off, or its disk is failing."));
    array.data = file.read(header.value().dataSize);
    if (array.data.size() != header.value().dataSize)
        return Error::io(path, Text::tr("The array could not be read"), file.errorString(),
                         Text::tr("Write the file again: it is cut off, or its disk is failing."));
    return array;
}

NpyWriter::NpyWriter() = default;
NpyWriter::~NpyWriter() = default;
NpyWriter::NpyWriter(NpyWriter &&) noexcept = default;
NpyWriter &NpyWriter::operator=(NpyWriter &&) noexcept = default;

QByteArray npyHeader(const std::vector<qint64> &shape, NpyType type)
{
    NpyArray described;
    described.shape = shape;
    QByteArray dictionary = "{'descr': '" + QByteArray(kTypes[int(type)].name) +
                            "', 'fortran_order': False, 'shape': " + described.shapeText().toLatin1() + ", }";
    // Data begins at a multiple of 64; the header ends in a newline.
    const qsizetype unpadded = 10 + dictionary.size() + 1;
    dictionary += QByteArray((64 - unpadded % 64) % 64, ' ') + '\n';
    QByteArray head(kMagic, 6);
    head += '\x01';
    head += '\0';
    head += char(dictionary.size() & 0xFF);
    head += char(dictionary.size() >> 8);
    return head + dictionary;
}

QByteArray npyBytes(std::span<const float> values, NpyType type)
{
    QByteArray converted;
    const auto put = [&converted](auto value) {
        converted.append(reinterpret_cast<const char *>(&value), sizeof value);
    };
    converted.reserve(qsizetype(values.size()) * npySize(type));
    for (std::size_t n = 0; n < values.size(); ++n)
        if (type == NpyType::Float32)
            put(values[n]);
        else if (type == NpyType::Float64)
            put(double(values[n]));
        else if (type == NpyType::Float16)
            put(floatToHalf(values[n]));
        else
            put(std::uint8_t(std::isnan(values[n]) ? 0.0F
                                                   : std::clamp(std::nearbyint(values[n]), 0.0F, 255.0F)));
    return converted;
}

Result<NpyWriter> NpyWriter::open(const QString &path, const std::vector<qint64> &shape, NpyType type)
{
    NpyWriter writer;
    writer.m_type = type;
    writer.m_missing = countOf(shape);
    Q_ASSERT(writer.m_missing >= 0);
    writer.m_file = std::make_unique<SaveFile>(path);
    if (!writer.m_file->openForWriting())
        return writer.m_file->failure(Text::tr("The array could not be written"));
    writer.m_file->put(npyHeader(shape, type));
    return writer;
}

Result<void> NpyWriter::append(std::span<const float> values)
{
    m_missing -= qint64(values.size());
    const QByteArray converted = m_type == NpyType::Float32 ? QByteArray() : npyBytes(values, m_type);
    const char *bytes =
        m_type == NpyType::Float32 ? reinterpret_cast<const char *>(values.data()) : converted.constData();
    const qint64 size = qint64(values.size()) * npySize(m_type);
    if (!m_file->put(bytes, size))
        return m_file->failure(Text::tr("The array could not be written"));
    return {};
}

Result<void> NpyWriter::finish()
{
    if (m_missing != 0) {
        m_file->cancelWriting();
        return Error{ErrorKind::Mismatch, Text::tr("The array could not be written"),
                     Text::tr("%1 values are missing").arg(m_missing),
                     Text::tr("This is a fault of the program: report it, with the command."),
                     m_file->fileName()};
    }
    if (!m_file->finish())
        return m_file->failure(Text::tr("The array could not be written"));
    return {};
}

Result<void> writeNpy(const QString &path, std::span<const float> values, const std::vector<qint64> &shape,
                      NpyType type)
{
    auto writer = NpyWriter::open(path, shape, type);
    if (!writer.isOk())
        return std::move(writer).error();
    auto appended = writer.value().append(values);
    if (!appended.isOk())
        return appended;
    return writer.value().finish();
}

} // namespace WhiteBox
