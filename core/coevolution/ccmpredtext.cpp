// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/savefile.h"
#include "core/coevolution/ccmpredfiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <charconv>
#include <cmath>
#include <cstring>
#include <memory>
#include <string>

namespace WhiteBox {

namespace {

constexpr qint64 kLongestLine = 1 << 20; // 8,192 columns of 27 characters take a quarter of it
constexpr int kMostColumns = 8192;

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CcmpredFiles)
};

/// Lines of a text file with their numbers, bounded in length.
class LineReader
{
public:
    explicit LineReader(QIODevice &device)
        : m_device(device)
        , m_buffer(std::make_unique_for_overwrite<char[]>(std::size_t(kLongestLine) + 2))
    {}

    /// False at the end of the file.
    bool next()
    {
        m_size = m_device.readLine(m_buffer.get(), kLongestLine + 1);
        if (m_size <= 0) {
            m_size = 0;
            return false;
        }
        ++m_number;
        while (m_size > 0 &&
               (m_buffer[std::size_t(m_size - 1)] == '\n' || m_buffer[std::size_t(m_size - 1)] == '\r'))
            --m_size;
        return true;
    }
    std::string_view text() const { return {m_buffer.get(), std::size_t(m_size)}; }
    qint64 number() const { return m_number; }
    bool tooLong() const { return m_size >= kLongestLine; }

private:
    QIODevice &m_device;
    std::unique_ptr<char[]> m_buffer; // not zeroed: small files are read often
    qint64 m_size = 0;
    qint64 m_number = 0;
};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/// One word of the line, or empty at its end; the line is shortened.
std::string_view takeWord(std::string_view &line)
{
    while (!line.empty() && isBlank(line.front()))
        line.remove_prefix(1);
    std::size_t length = 0;
    while (length < line.size() && !isBlank(line[length]))
        ++length;
    const auto word = line.substr(0, length);
    line.remove_prefix(length);
    return word;
}

/// A finite number with a decimal point or comma.
bool parseNumber(std::string_view word, double &value)
{
    char copy[64];
    if (!word.empty() && word.front() == '+')
        word.remove_prefix(1);
    if (word.empty() || word.size() > sizeof copy)
        return false;
    std::memcpy(copy, word.data(), word.size());
    if (auto *comma = static_cast<char *>(std::memchr(copy, ',', word.size())))
        *comma = '.';
    const auto [end, code] = std::from_chars(copy, copy + word.size(), value);
    // Numbers below the range of double are as good as 0.
    if (code == std::errc::result_out_of_range && end == copy + word.size() &&
        std::memchr(copy, '-', word.size())) {
        value = 0;
        return true;
    }
    return code == std::errc() && end == copy + word.size() && std::isfinite(value);
}

/// Appends the numbers of a line. An error's text, or empty.
QString parseNumbers(std::string_view line, std::vector<double> &values)
{
    const std::size_t before = values.size();
    for (auto word = takeWord(line); !word.empty(); word = takeWord(line)) {
        double value = 0;
        if (!parseNumber(word, value))
            return Text::tr("\"%1\", number %2 of the line, is not a finite number")
                .arg(QString::fromLatin1(word.data(), int(std::min<std::size_t>(word.size(), 40))))
                .arg(values.size() - before + 1);
        values.push_back(value);
    }
    return {};
}

QString wholeFile()
{
    return Text::tr("Choose a whole file as ccmpred writes it.");
}

Error wrongCount(const QString &name, qint64 line, std::size_t expected, std::size_t found)
{
    return Error::parse(name, line, Text::tr("expected %1 numbers, found %2").arg(expected).arg(found),
                        wholeFile());
}

Error lineTooLong(const QString &name, qint64 line)
{
    return Error::parse(name, line, Text::tr("the line is longer than any such file has"), wholeFile());
}

/// Reads the blocks "# i j" of a raw file.
class RawReader
{
public:
    RawReader(QIODevice &device, const QString &name)
        : m_lines(device)
        , m_fileSize(device.size())
        , m_name(name)
    {}

    Result<CouplingTensor> read()
    {
        if (auto fields = readFields(); !fields.isOk())
            return std::move(fields).error();
        std::size_t pairs = 0;
        for (bool more = m_atHeader; more; more = m_lines.next()) {
            if (isMeta() || m_lines.text().empty())
                continue;
            if (auto block = readBlock(); !block.isOk())
                return std::move(block).error();
            ++pairs;
        }
        if (pairs != m_tensor.pairCount())
            return Error::parse(m_name, m_lines.number(),
                                Text::tr("expected %1 pairs for %2 columns, found %3")
                                    .arg(m_tensor.pairCount())
                                    .arg(m_tensor.length())
                                    .arg(pairs),
                                Text::tr("The file may have been cut off."));
        return std::move(m_tensor);
    }

private:
    bool isMeta() const { return m_lines.text().starts_with("#>META>"); }

    Result<void> readFields()
    {
        std::vector<double> fields;
        std::size_t columns = 0;
        while (m_lines.next() && !m_lines.text().starts_with('#')) {
            if (auto line = readLine(fields, kAminoAcids); !line.isOk())
                return line;
            if (++columns > kMostColumns)
                return Error::parse(m_name, m_lines.number(),
                                    Text::tr("more than %1 columns").arg(kMostColumns), wholeFile());
        }
        m_atHeader = m_lines.text().starts_with('#');
        if (columns < 2)
            return Error::parse(m_name, m_lines.number(),
                                Text::tr("expected lines of 20 numbers, one for each column"),
                                Text::tr("Choose a file that ccmpred wrote with -r."));
        // Each value takes 2 bytes at the very least: a short file must not claim gigabytes.
        if (double(m_fileSize) < double(columns) * double(columns - 1) * kBlock)
            return Error::parse(
                m_name, m_lines.number(),
                Text::tr("the file is too short for the couplings of %1 columns").arg(columns),
                Text::tr("It may have been cut off."));
        m_tensor = CouplingTensor(int(columns));
        m_seen.resize(m_tensor.pairCount());
        for (std::size_t i = 0; i < columns; ++i)
            for (std::size_t a = 0; a < kAminoAcids; ++a)
                m_tensor.fields()[i * kStates + a] = float(fields[i * kAminoAcids + a]);
        return {};
    }

    Result<void> readLine(std::vector<double> &values, std::size_t expected)
    {
        if (m_lines.tooLong())
            return lineTooLong(m_name, m_lines.number());
        const std::size_t before = values.size();
        if (const QString problem = parseNumbers(m_lines.text(), values); !problem.isEmpty())
            return Error::parse(m_name, m_lines.number(), problem, wholeFile());
        if (values.size() - before != expected)
            return wrongCount(m_name, m_lines.number(), expected, values.size() - before);
        for (std::size_t k = before; k < values.size(); ++k)
            if (!std::isfinite(float(values[k])))
                return Error::parse(m_name, m_lines.number(),
                                    Text::tr("%1 is beyond the range of couplings").arg(values[k]),
                                    wholeFile());
        return {};
    }

    Result<void> readBlock()
    {
        std::string_view header = m_lines.text();
        double index[2] = {-1, -1};
        const bool marked = takeWord(header) == "#";
        const bool numbers =
            marked && parseNumber(takeWord(header), index[0]) && parseNumber(takeWord(header), index[1]);
        const bool inside = numbers && index[0] >= 0 && index[1] > index[0] && index[1] < m_tensor.length();
        const int i = inside ? int(index[0]) : 0;
        const int j = inside ? int(index[1]) : 0;
        if (!inside || i != index[0] || j != index[1])
            return Error::parse(m_name, m_lines.number(),
                                Text::tr("expected \"# i j\" with 0 <= i < j < %1").arg(m_tensor.length()),
                                wholeFile());
        if (m_seen[m_tensor.pairIndex(i, j)])
            return Error::parse(m_name, m_lines.number(),
                                Text::tr("the pair %1 %2 comes twice").arg(i).arg(j), wholeFile());
        m_seen[m_tensor.pairIndex(i, j)] = true;
        m_values.clear();
        for (int a = 0; a < kStates; ++a) {
            if (!m_lines.next())
                return Error::parse(m_name, m_lines.number(),
                                    Text::tr("the file ends within the pair %1 %2").arg(i).arg(j),
                                    wholeFile());
            if (auto line = readLine(m_values, kStates); !line.isOk())
                return line;
        }
        const auto block = m_tensor.stored(i, j);
        for (std::size_t k = 0; k < kBlock; ++k)
            block[k] = float(m_values[k]);
        return {};
    }

    LineReader m_lines;
    qint64 m_fileSize;
    QString m_name;
    CouplingTensor m_tensor;
    std::vector<bool> m_seen;
    std::vector<double> m_values;
    bool m_atHeader = false;
};

void appendNumber(std::string &text, double value, std::chars_format format, int precision)
{
    char digits[64];
    const auto end = std::to_chars(digits, digits + sizeof digits, value, format, precision).ptr;
    text.append(digits, end);
}

Error cannotWrite(const QString &path, const QString &why)
{
    return Error::io(path, Text::tr("The file could not be written"), why,
                     Text::tr("Choose another place, or free some space there."));
}

/// Collects text and writes it in large pieces, atomically.
class TextWriter
{
public:
    explicit TextWriter(const QString &path)
        : m_file(path)
    {
        m_file.openForWriting();
    }
    std::string &text() { return m_text; }
    void flush(std::size_t atLeast)
    {
        if (m_text.size() < atLeast || !m_file.isOpen())
            return;
        m_file.put(m_text.data(), qint64(m_text.size()));
        m_text.clear();
    }
    Result<void> commit()
    {
        flush(1);
        if (!m_file.finish())
            return m_file.failure(Text::tr("The file could not be written"));
        return {};
    }

private:
    SaveFile m_file;
    std::string m_text;
};

constexpr std::size_t kPiece = 1 << 20;

} // namespace

Result<ContactScore> readScoreMatrix(QIODevice &device, const QString &name)
{
    LineReader lines(device);
    std::vector<double> values;
    std::size_t length = 0;
    std::size_t row = 0;
    while (lines.next()) {
        if (lines.text().empty() || lines.text().starts_with('#'))
            continue;
        if (lines.tooLong())
            return lineTooLong(name, lines.number());
        const std::size_t before = values.size();
        if (const QString problem = parseNumbers(lines.text(), values); !problem.isEmpty())
            return Error::parse(name, lines.number(), problem, wholeFile());
        length = row++ == 0 ? values.size() : length;
        if (values.size() - before != length)
            return wrongCount(name, lines.number(), length, values.size() - before);
        if (row > length)
            return Error::parse(name, lines.number(), Text::tr("more lines than the %1 columns").arg(length),
                                wholeFile());
    }
    if (row == 0 || row != length)
        return Error::parse(name, lines.number(),
                            Text::tr("expected %1 lines of %1 numbers, found %2").arg(length).arg(row),
                            wholeFile());
    return ContactScore{int(length), std::move(values)};
}

Result<CouplingTensor> readRawCouplings(QIODevice &device, const QString &name)
{
    return RawReader(device, name).read();
}

Result<ContactScore> loadScoreMatrix(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error::io(path, Text::tr("The file could not be opened"), file.errorString(),
                         Text::tr("Check the path and who may read it."));
    return readScoreMatrix(file, path);
}

Result<CouplingTensor> loadCouplings(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error::io(path, Text::tr("The file could not be opened"), file.errorString(),
                         Text::tr("Check the path and who may read it."));
    char first = 0;
    if (file.peek(&first, 1) != 1)
        return Error::parse(path, 0, Text::tr("the file is empty"), wholeFile());
    // A msgpack map starts with a byte that no text has.
    if ((std::uint8_t(first) & 0x80) == 0)
        return readRawCouplings(file, path);
    const auto *bytes = file.map(0, file.size());
    if (!bytes)
        return Error::io(path, Text::tr("The file could not be read"), file.errorString(),
                         Text::tr("Check the path and who may read it."));
    return readBinaryCouplings({bytes, std::size_t(file.size())}, path);
}

Result<void> saveScoreMatrix(const QString &path, const ContactScore &score)
{
    TextWriter writer(path);
    for (int i = 0; i < score.length; ++i) {
        for (int j = 0; j < score.length; ++j) {
            appendNumber(writer.text(), score.at(i, j), std::chars_format::scientific, 20);
            writer.text() += '\t';
        }
        writer.text() += '\n';
        writer.flush(kPiece);
    }
    return writer.commit();
}

Result<void> saveRawCouplings(const QString &path, const CouplingTensor &couplings)
{
    TextWriter writer(path);
    std::string &text = writer.text();
    const int L = couplings.length();
    for (int i = 0; i < L; ++i) {
        for (int a = 0; a < kAminoAcids; ++a) {
            appendNumber(text, couplings.fields()[std::size_t(i * kStates + a)], std::chars_format::general,
                         6);
            text += '\t';
        }
        text += '\n';
    }
    for (int i = 0; i < L; ++i)
        for (int j = i + 1; j < L; ++j) {
            text += "# " + std::to_string(i) + ' ' + std::to_string(j) + '\n';
            const auto block = couplings.stored(i, j);
            for (std::size_t k = 0; k < kBlock; ++k) {
                appendNumber(text, double(block[k]), std::chars_format::scientific, 20);
                text += '\t';
                if (k % kStates == kStates - 1)
                    text += '\n';
            }
            writer.flush(kPiece);
        }
    return writer.commit();
}

Result<void> checkWritable(const QString &path)
{
    if (QFileInfo(path).isDir())
        return cannotWrite(path, Text::tr("it is a directory"));
    // Qt would write to a file of another name, a link's target too.
    const QFileInfo file(path);
    if ((file.isSymLink() ? file.symLinkTarget() : path).contains(QChar(QChar::ReplacementCharacter)))
        return cannotWrite(path, Text::tr("its name is not UTF-8"));
    SaveFile probe(path);
    if (!probe.openForWriting())
        return probe.failure(Text::tr("The file could not be written"));
    probe.cancelWriting();
    return {};
}

} // namespace WhiteBox
