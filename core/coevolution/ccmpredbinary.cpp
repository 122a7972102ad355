// SPDX-License-Identifier: GPL-3.0-or-later
// ccmpred's msgpack file: {"format": "ccm-1", "ncol": L, "x_single": [20·L], "x_pair": {"i/j": {"i", "j",
// "x": [441]}}}. Only the few types that it needs are read here, with every size checked against what is left
// of the file.
#include "core/base/savefile.h"
#include "core/coevolution/ccmpredfiles.h"

#include <QCoreApplication>

#include <bit>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace WhiteBox {

namespace {

constexpr int kMostColumns = 8192;
constexpr int kDeepest = 32; // nesting of values that are skipped

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CcmpredFiles)
};

/// Reads msgpack values one after another. After a failure everything fails.
class Unpacker
{
public:
    explicit Unpacker(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes)
    {}

    bool failed() const { return m_failed; }
    std::size_t position() const { return m_at; }
    std::size_t left() const { return m_bytes.size() - m_at; }

    std::size_t map() { return container(0x80, 0xde); }
    std::size_t array() { return container(0x90, 0xdc); }

    std::string_view string()
    {
        const std::uint8_t type = byte();
        std::size_t length = 0;
        if ((type & 0xe0) == 0xa0)
            length = type & 0x1f;
        else if (type >= 0xd9 && type <= 0xdb)
            length = std::size_t(bigEndian(1 << (type - 0xd9)));
        else
            fail();
        return take(length);
    }

    double number()
    {
        const std::uint8_t type = byte();
        if (type < 0x80)
            return type;
        if (type >= 0xe0)
            return std::int8_t(type);
        switch (type) {
        case 0xca:
            return double(std::bit_cast<float>(std::uint32_t(bigEndian(4))));
        case 0xcb:
            return std::bit_cast<double>(bigEndian(8));
        case 0xcc:
        case 0xcd:
        case 0xce:
        case 0xcf:
            return double(bigEndian(1 << (type - 0xcc)));
        case 0xd0:
            return double(std::int8_t(bigEndian(1)));
        case 0xd1:
            return double(std::int16_t(bigEndian(2)));
        case 0xd2:
            return double(std::int32_t(bigEndian(4)));
        case 0xd3:
            return double(std::int64_t(bigEndian(8)));
        default:
            fail();
            return 0;
        }
    }

    void skip(int depth = 0)
    {
        if (m_failed || m_at >= m_bytes.size() || depth > kDeepest)
            return fail();
        const std::uint8_t type = m_bytes[m_at];
        if (type == 0xc0 || type == 0xc2 || type == 0xc3)
            ++m_at;
        else if ((type & 0xf0) == 0x80 || type == 0xde || type == 0xdf)
            skipMany(2 * map(), depth);
        else if ((type & 0xf0) == 0x90 || type == 0xdc || type == 0xdd)
            skipMany(array(), depth);
        else if ((type & 0xe0) == 0xa0 || (type >= 0xd9 && type <= 0xdb))
            string();
        else
            number();
    }

private:
    void fail() { m_failed = true; }

    void skipMany(std::size_t count, int depth)
    {
        for (std::size_t k = 0; k < count && !m_failed; ++k)
            skip(depth + 1);
    }

    std::uint8_t byte() { return std::uint8_t(bigEndian(1)); }

    std::string_view take(std::size_t length)
    {
        if (m_failed || length > left()) {
            fail();
            return {};
        }
        m_at += length;
        return {reinterpret_cast<const char *>(m_bytes.data()) + m_at - length, length};
    }

    std::uint64_t bigEndian(int size)
    {
        std::uint64_t value = 0;
        for (const char c : take(std::size_t(size)))
            value = value << 8 | std::uint8_t(c);
        return value;
    }

    std::size_t container(std::uint8_t fix, std::uint8_t type16)
    {
        const std::uint8_t type = byte();
        std::size_t count = 0;
        if ((type & 0xf0) == fix)
            count = type & 0x0f;
        else if (type == type16)
            count = std::size_t(bigEndian(2));
        else if (type == type16 + 1)
            count = std::size_t(bigEndian(4));
        else
            fail();
        if (count > left()) // each element takes a byte at least
            fail();
        return m_failed ? 0 : count;
    }

    std::span<const std::uint8_t> m_bytes;
    std::size_t m_at = 0;
    bool m_failed = false;
};

/// The parts of the outer map, which may come in any order.
class BinaryReader
{
public:
    BinaryReader(std::span<const std::uint8_t> bytes, const QString &name)
        : m_in(bytes)
        , m_name(name)
    {}

    Result<CouplingTensor> read()
    {
        const std::size_t entries = m_in.map();
        for (std::size_t k = 0; k < entries && m_problem.isEmpty() && !m_in.failed(); ++k)
            readEntry(m_in.string());
        if (m_in.failed())
            m_problem =
                Text::tr("not a complete msgpack file in ccmpred's layout (at byte %1)").arg(m_in.position());
        else if (m_problem.isEmpty() && !m_hasPairs)
            m_problem = Text::tr("\"x_pair\" is missing");
        else if (m_problem.isEmpty() && m_fields.size() != m_tensor.fields().size())
            m_problem = Text::tr("\"x_single\" is missing");
        if (!m_problem.isEmpty())
            return Error::parse(m_name, 0, m_problem, Text::tr("Choose a file that ccmpred wrote with -b."));
        std::copy(m_fields.begin(), m_fields.end(), m_tensor.fields().begin());
        return std::move(m_tensor);
    }

private:
    void readEntry(std::string_view key)
    {
        if (key == "ncol")
            readColumns();
        else if (key == "x_single")
            readFields();
        else if (key == "x_pair")
            readPairs();
        else if (key == "format")
            readFormat();
        else
            m_in.skip();
    }

    void readFormat()
    {
        if (m_in.string() != "ccm-1")
            m_problem = Text::tr("its format is not \"ccm-1\"");
    }

    void readColumns()
    {
        const double columns = m_in.number();
        if (!(columns >= 2 && columns <= kMostColumns) || columns != std::floor(columns))
            m_problem = Text::tr("the number of columns is not within 2..%1").arg(kMostColumns);
        else
            m_columns = int(columns);
    }

    float finite()
    {
        const double value = m_in.number();
        if (!std::isfinite(float(value)))
            m_problem = Text::tr("there is a value that is not finite (at byte %1)").arg(m_in.position());
        return float(value);
    }

    void readFields()
    {
        const std::size_t count = m_in.array();
        if (count % kAminoAcids != 0)
            m_problem = Text::tr("\"x_single\" has %1 values, not 20 for each column").arg(count);
        for (std::size_t k = 0; k < count && m_problem.isEmpty() && !m_in.failed(); ++k) {
            m_fields.push_back(finite());
            if (k % kAminoAcids == kAminoAcids - 1)
                m_fields.push_back(0.0F);
        }
    }

    void readPairs()
    {
        const std::size_t pairs = m_in.map();
        if (m_columns == 0)
            m_columns = int(0.5 + std::sqrt(0.25 + 2.0 * double(pairs)) + 1e-9);
        const std::size_t expected = std::size_t(m_columns) * std::size_t(m_columns - 1) / 2;
        // 441 values take 441 bytes at least: a short file must not claim gigabytes.
        if (m_hasPairs || pairs != expected || pairs * kBlock > m_in.left()) {
            m_problem =
                Text::tr("\"x_pair\" does not hold the %1 pairs of %2 columns").arg(expected).arg(m_columns);
            return;
        }
        m_hasPairs = true;
        m_tensor = CouplingTensor(m_columns);
        m_seen.resize(pairs);
        for (std::size_t k = 0; k < pairs && m_problem.isEmpty() && !m_in.failed(); ++k) {
            m_in.string();
            readPair();
        }
    }

    void readPair()
    {
        double index[2] = {-1, -1};
        std::vector<float> &x = m_values;
        x.clear();
        const std::size_t entries = m_in.map();
        for (std::size_t e = 0; e < entries && !m_in.failed(); ++e) {
            const auto key = m_in.string();
            if (key == "i" || key == "j")
                index[key == "j"] = m_in.number();
            else if (key == "x")
                for (std::size_t k = 0, count = m_in.array(); k < count && x.size() <= kBlock; ++k)
                    x.push_back(finite());
            else
                m_in.skip();
        }
        storePair(index[0], index[1]);
    }

    void storePair(double di, double dj)
    {
        const bool inside =
            di >= 0 && dj > di && dj < m_columns && di == std::floor(di) && dj == std::floor(dj);
        if (!inside || m_values.size() != kBlock || !m_problem.isEmpty()) {
            if (m_problem.isEmpty())
                m_problem = Text::tr("a pair lacks i < j < %1 or its 441 values (at byte %2)")
                                .arg(m_columns)
                                .arg(m_in.position());
            return;
        }
        const int i = int(di);
        const int j = int(dj);
        if (m_seen[m_tensor.pairIndex(i, j)])
            m_problem = Text::tr("the pair %1/%2 comes twice").arg(i).arg(j);
        m_seen[m_tensor.pairIndex(i, j)] = true;
        std::copy(m_values.begin(), m_values.end(), m_tensor.stored(i, j).begin());
    }

    Unpacker m_in;
    QString m_name;
    QString m_problem;
    int m_columns = 0;
    bool m_hasPairs = false;
    std::vector<float> m_fields;
    std::vector<float> m_values;
    std::vector<bool> m_seen;
    CouplingTensor m_tensor;
};

void packBigEndian(std::string &out, std::uint64_t value, int size)
{
    for (int k = size - 1; k >= 0; --k)
        out += char(value >> (8 * k) & 0xff);
}

void packString(std::string &out, std::string_view text)
{
    out += char(0xa0 | text.size()); // all of them are shorter than 32
    out += text;
}

void packCount(std::string &out, std::size_t value)
{
    if (value < 0x80) {
        out += char(value);
    } else {
        out += char(0xcd);
        packBigEndian(out, value, 2);
    }
}

void packContainer(std::string &out, std::size_t count, std::uint8_t type16)
{
    const bool wide = count > 0xffff;
    out += char(wide ? type16 + 1 : type16);
    packBigEndian(out, count, wide ? 4 : 2);
}

void packFloat(std::string &out, float value)
{
    out += char(0xca);
    packBigEndian(out, std::bit_cast<std::uint32_t>(value), 4);
}

void packHeader(std::string &out, const CouplingTensor &couplings)
{
    const std::size_t L = std::size_t(couplings.length());
    out += char(0x84);
    packString(out, "format");
    packString(out, "ccm-1");
    packString(out, "ncol");
    packCount(out, L);
    packString(out, "x_single");
    packContainer(out, L * kAminoAcids, 0xdc);
    for (std::size_t i = 0; i < L; ++i)
        for (std::size_t a = 0; a < kAminoAcids; ++a)
            packFloat(out, couplings.fields()[i * kStates + a]);
    packString(out, "x_pair");
    packContainer(out, couplings.pairCount(), 0xde);
}

void packPair(std::string &out, const CouplingTensor &couplings, int i, int j)
{
    packString(out, std::to_string(i) + '/' + std::to_string(j));
    out += char(0x83);
    packString(out, "i");
    packCount(out, std::size_t(i));
    packString(out, "j");
    packCount(out, std::size_t(j));
    packString(out, "x");
    packContainer(out, kBlock, 0xdc);
    for (const float value : couplings.stored(i, j))
        packFloat(out, value);
}

} // namespace

Result<CouplingTensor> readBinaryCouplings(std::span<const std::uint8_t> bytes, const QString &name)
{
    return BinaryReader(bytes, name).read();
}

Result<void> saveBinaryCouplings(const QString &path, const CouplingTensor &couplings)
{
    SaveFile file(path);
    if (file.openForWriting()) {
        std::string out;
        packHeader(out, couplings);
        for (int i = 0; i < couplings.length(); ++i) {
            for (int j = i + 1; j < couplings.length(); ++j)
                packPair(out, couplings, i, j);
            file.put(out.data(), qint64(out.size()));
            out.clear();
        }
        if (file.finish())
            return {};
    }
    return file.failure(Text::tr("The file could not be written"));
}

} // namespace WhiteBox
