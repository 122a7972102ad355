// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/hdf5file.h"
#include "core/store/resultfile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace WhiteBox;

namespace {

constexpr int kLength = 6;

StructureMatch smallMatch()
{
    StructureMatch match;
    match.structure.name = QStringLiteral("1XYZ chain A");
    match.structure.residues = "MKV";
    match.structure.labels = {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("52A")};
    for (int k = 0; k < 3; ++k) {
        match.structure.ca.push_back({k + 0.5, -k * 1.0, std::numeric_limits<double>::quiet_NaN()});
        match.structure.cb.push_back({k + 0.25, 3.0, 4.0});
    }
    match.structure.secondary = {SecondaryStructure::Helix, SecondaryStructure::Strand,
                                 SecondaryStructure::Coil};
    match.residueOf = {0, 1, -1, 2, -1, -1};
    match.identity = 2.0 / 3;
    match.aligned = 3;
    match.mismatches = 1;
    return match;
}

/// Values that tell every index apart.
JobResult sample()
{
    JobResult result;
    result.jobId = QStringLiteral("00112233445566ff");
    result.query = {QStringLiteral("CheY"), QStringLiteral("response regulator, E. coli – Δ"), "MKVLAX"};
    std::vector<std::uint8_t> states;
    for (int k = 0; k < 3 * kLength; ++k)
        states.push_back(std::uint8_t(k % kStates));
    result.alignment = std::make_shared<Alignment>(
        kLength, states, std::vector<QString>{QStringLiteral("CheY"), QStringLiteral("sp|A/1-5"), QString()});
    auto couplings = std::make_shared<CouplingTensor>(kLength);
    for (size_t k = 0; k < couplings->values().size(); ++k)
        couplings->values()[k] = float(k) * 0.001F - 1;
    for (size_t k = 0; k < couplings->fields().size(); ++k)
        couplings->fields()[k] = float(k);
    result.couplings = couplings;
    auto map = std::make_shared<DistanceMap>(kLength);
    for (size_t k = 0; k < map->values().size(); ++k)
        map->values()[k] = float(k) + 0.5F;
    map->at(3, 1, 2) = std::numeric_limits<float>::quiet_NaN();
    result.predicted = map;
    result.couplingScore.assign(size_t(kLength) * kLength, 0.25F);
    result.structure = smallMatch();
    result.warnings = {QStringLiteral("few homologs"), QStringLiteral("ß")};
    result.provenance = {{QStringLiteral("commands"), QJsonArray{QStringLiteral("jackhmmer -N 3")}}};
    return result;
}

bool same(std::span<const float> x, std::span<const float> y)
{
    return x.size() == y.size() && std::equal(x.begin(), x.end(), y.begin(), [](float a, float b) {
               return a == b || (std::isnan(a) && std::isnan(b));
           });
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestResultFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack();
    void partsMayBeMissing();
    void nothingIsLeftBesideTheFile();
    void aFailedWriteLeavesTheOldFile();
    void pythonReadsItWithLabelledAxes();
    void truncatedFilesAreErrors();
    void flippedBytesAreErrorsOrHarmless();
    void otherFilesAreErrors();
    void couplingsThatAreNotFiniteAreRefused();
    void otherNumbersThatCannotBeAreRefused();
    void partsOfAnotherLengthAreRefused();
    void aSessionsFurtherResultsAreWholeToo();
    void aFurtherResultThatCannotBeReadLeavesNoFile();
    void claimedSizesBeyondTheFileAreRefused();
};

void TestResultFile::everythingComesBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r é\".h5"));
    const auto saved = sample();
    QVERIFY(saveResult(saved, path).isOk());
    const auto loaded = loadResult(path);
    QVERIFY2(loaded.isOk(), qPrintable(loaded.isOk() ? QString() : loaded.error().text()));
    const JobResult &r = loaded.value();
    QCOMPARE(r.jobId, saved.jobId);
    QVERIFY(r.query == saved.query);
    QVERIFY(r.alignment->states().size() == saved.alignment->states().size());
    QVERIFY(*r.alignment == *saved.alignment);
    QVERIFY(same(r.couplings->values(), saved.couplings->values()));
    QVERIFY(same(r.couplings->fields(), saved.couplings->fields()));
    QVERIFY(same(r.predicted->values(), saved.predicted->values()));
    QVERIFY(same(r.couplingScore, saved.couplingScore));
    QCOMPARE(r.structure->structure.name, saved.structure->structure.name);
    QCOMPARE(r.structure->structure.residues, saved.structure->structure.residues);
    QVERIFY(r.structure->structure.labels == saved.structure->structure.labels);
    QVERIFY(r.structure->structure.secondary == saved.structure->structure.secondary);
    QCOMPARE(r.structure->structure.ca[1][0], 1.5);
    QVERIFY(std::isnan(r.structure->structure.ca[1][2]));
    QVERIFY(r.structure->structure.cb == saved.structure->structure.cb);
    QVERIFY(r.structure->residueOf == saved.structure->residueOf);
    QCOMPARE(r.structure->identity, saved.structure->identity);
    QCOMPARE(r.structure->aligned, 3);
    QCOMPARE(r.structure->mismatches, 1);
    QCOMPARE(r.warnings, saved.warnings);
    QCOMPARE(r.provenance, saved.provenance);
}

void TestResultFile::aSessionsFurtherResultsAreWholeToo()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("several.whitebox"));
    JobResult little;
    little.jobId = QStringLiteral("ffeeddccbbaa9988");
    little.query = {QStringLiteral("little"), {}, "MKVLA"};
    const auto view = [](const char *method) {
        return QJsonObject{{QStringLiteral("method"), QLatin1String(method)}};
    };
    QVERIFY(saveResult(little, path, view("guided"),
                       {{[] { return sample(); }, view("gradient")}, {[&] { return little; }, {}}})
                .isOk());
    QCOMPARE(loadResultNames(path).value(),
             (QStringList{QStringLiteral("little"), QStringLiteral("CheY"), QStringLiteral("little")}));
    QVERIFY(isResultFile(path));
    QCOMPARE(loadResult(path).value().jobId, little.jobId); // as readers of one result see it
    QCOMPARE(loadView(path).value(), view("guided"));
    const JobResult second = loadResult(path, 1).value();
    QCOMPARE(second.jobId, sample().jobId);
    QVERIFY(same(second.couplings->values(), sample().couplings->values()));
    QVERIFY(same(second.predicted->values(), sample().predicted->values()));
    QVERIFY(second.structure->structure.cb == sample().structure->structure.cb);
    QCOMPARE(second.structure->identity, sample().structure->identity);
    QCOMPARE(second.provenance, sample().provenance);
    QCOMPARE(loadView(path, 1).value(), view("gradient"));
    QVERIFY(loadView(path, 2).value().isEmpty());
    QVERIFY(!loadResult(path, 3).isOk());
}

void TestResultFile::aFurtherResultThatCannotBeReadLeavesNoFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("several.whitebox"));
    const auto saved =
        saveResult(sample(), path, {}, {{[]() -> Result<JobResult> { return Error::outOfMemory(); }, {}}});
    QVERIFY(!saved.isOk());
    QCOMPARE(saved.error().kind, Error::outOfMemory().kind);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestResultFile::partsMayBeMissing()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.h5"));
    JobResult little;
    little.query.residues = "MKVLA";
    QVERIFY(saveResult(little, path).isOk());
    const auto loaded = loadResult(path);
    QVERIFY2(loaded.isOk(), qPrintable(loaded.isOk() ? QString() : loaded.error().text()));
    QVERIFY(!loaded.value().alignment && !loaded.value().couplings && !loaded.value().predicted);
    QVERIFY(!loaded.value().structure.has_value());
    QVERIFY(loaded.value().warnings.isEmpty());
}

void TestResultFile::nothingIsLeftBesideTheFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.h5"));
    QVERIFY(saveResult(sample(), path).isOk());
    QVERIFY(saveResult(sample(), path).isOk());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("r.h5")});
}

void TestResultFile::aFailedWriteLeavesTheOldFile()
{
    const QTemporaryDir folder;
    // A directory cannot be replaced by a file: the rename fails after everything was written.
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("r.h5/inner")));
    const auto saved = saveResult(sample(), folder.filePath(QStringLiteral("r.h5")));
    QVERIFY(!saved.isOk());
    QCOMPARE(saved.error().kind, ErrorKind::Io);
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
             QStringList{QStringLiteral("r.h5")});
    QVERIFY(!saveResult(sample(), folder.filePath(QStringLiteral("missing/r.h5"))).isOk());
}

// h5py is an independent reader (Debian: python3-h5py).
void TestResultFile::pythonReadsItWithLabelledAxes()
{
    const QString python = QStringLiteral("/usr/bin/python3");
    if (QProcess::execute(python, {QStringLiteral("-c"), QStringLiteral("import h5py")}) != 0)
        QSKIP("needs python3-h5py");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.h5"));
    QVERIFY(saveResult(sample(), path).isOk());
    const QString script =
        QStringLiteral("import h5py, sys, json, numpy as np\n"
                       "f = h5py.File(sys.argv[1], 'r')\n"
                       "p = f['couplings/pairs']\n"
                       "assert p.shape == (15, 21, 21) and p.dtype == np.float32\n"
                       "assert [d.label for d in p.dims][0] == 'pair i<j'\n"
                       "d = f['predicted/distances']\n"
                       "assert [x.label for x in d.dims] == ['channel', 'residue i', 'residue j']\n"
                       "assert d[2, 3, 4] == 2*36 + 3*6 + 4 + 0.5 and np.isnan(d[3, 1, 2])\n"
                       "assert f['query/residues'][()] == b'MKVLAX'\n"
                       "assert f['alignment/names'][1] == b'sp|A/1-5'\n"
                       "assert f['alignment/states'][1, 2] == 8\n"
                       "assert json.loads(f['provenance'][()])['commands'] == ['jackhmmer -N 3']\n");
    QProcess process;
    process.start(python, {QStringLiteral("-c"), script, path});
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

void TestResultFile::truncatedFilesAreErrors()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.h5"));
    QVERIFY(saveResult(sample(), path).isOk());
    const QByteArray whole = contents(path);
    for (int part = 0; part < 16; ++part) {
        writeBytes(path, whole.left(whole.size() * part / 16));
        QVERIFY(!loadResult(path).isOk());
    }
}

void TestResultFile::flippedBytesAreErrorsOrHarmless()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.h5"));
    const auto saved = sample();
    QVERIFY(saveResult(saved, path).isOk());
    const QByteArray whole = contents(path);
    QRandomGenerator random(7);
    int refused = 0;
    for (int round = 0; round < 400; ++round) {
        QByteArray damaged = whole;
        damaged[random.bounded(damaged.size())] = char(random.bounded(256));
        writeBytes(path, damaged);
        const auto loaded = loadResult(path);
        if (!loaded.isOk())
            ++refused;
        else // The arrays carry checksums: what is accepted is right.
            QVERIFY(same(loaded.value().couplings->values(), saved.couplings->values()));
    }
    QVERIFY(refused > 200);
}

void TestResultFile::otherFilesAreErrors()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.h5"));
    QCOMPARE(loadResult(path).error().kind, ErrorKind::Io);
    QCOMPARE(loadResult(folder.path()).error().kind, ErrorKind::Io);
    writeBytes(path, {});
    QCOMPARE(loadResult(path).error().kind, ErrorKind::Parse);
    writeBytes(path, ">CheY\nMADKELKFLVVDDFSTMRRIVRNLLKELGFNNVEEAEDGVDALNKLQ\n");
    QCOMPARE(loadResult(path).error().kind, ErrorKind::Parse);
    Hdf5Writer other(path);
    other.writeText(QStringLiteral("query/residues"), QStringLiteral("MKV"));
    QVERIFY(other.close().isOk());
    QCOMPARE(loadResult(path).error().kind, ErrorKind::Parse);
}

void TestResultFile::couplingsThatAreNotFiniteAreRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.h5"));
    auto result = sample();
    auto couplings = std::make_shared<CouplingTensor>(kLength);
    couplings->values()[1234] = std::numeric_limits<float>::infinity();
    result.couplings = couplings;
    QVERIFY(saveResult(result, path).isOk());
    const auto loaded = loadResult(path);
    QVERIFY(!loaded.isOk());
    QVERIFY(loaded.error().why.contains(QStringLiteral("1234")));
}

void TestResultFile::otherNumbersThatCannotBeAreRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.h5"));
    const auto why = [&](const JobResult &result) {
        const auto saved = saveResult(result, path);
        const auto loaded = loadResult(path);
        return saved.isOk() && !loaded.isOk() ? loaded.error().why : QString();
    };
    auto fields = sample();
    auto couplings = std::make_shared<CouplingTensor>(*fields.couplings);
    couplings->fields()[7] = std::numeric_limits<float>::quiet_NaN();
    fields.couplings = couplings;
    QVERIFY2(why(fields).contains(QStringLiteral("value 7 of the fields")), qPrintable(why(fields)));
    auto scores = sample();
    scores.couplingScore[13] = std::numeric_limits<float>::quiet_NaN();
    QVERIFY2(why(scores).contains(QStringLiteral("value 13 of the scores")), qPrintable(why(scores)));
    auto distances = sample();
    auto map = std::make_shared<DistanceMap>(*distances.predicted);
    map->values()[21] = -std::numeric_limits<float>::infinity();
    distances.predicted = map;
    QVERIFY2(why(distances).contains(QStringLiteral("value 21 of the distances")),
             qPrintable(why(distances)));
}

void TestResultFile::partsOfAnotherLengthAreRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.h5"));
    auto result = sample();
    result.query.residues += "A";
    // The scores are written with the query's length: with fewer of them the writer would read beyond their
    // end.
    result.couplingScore.resize(std::size_t(result.length()) * std::size_t(result.length()));
    QVERIFY(saveResult(result, path).isOk());
    QCOMPARE(loadResult(path).error().kind, ErrorKind::Parse);
}

void TestResultFile::claimedSizesBeyondTheFileAreRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.h5"));
    Hdf5Writer file(path);
    file.write(QStringLiteral("x"), {4}, std::vector<float>{1, 2, 3, 4}, {QStringLiteral("k")});
    QVERIFY(file.close().isOk());
    Hdf5Reader good(path);
    QCOMPARE(good.floats(QStringLiteral("x"), {4}).size(), size_t(4));
    Hdf5Reader wrong(path);
    QVERIFY(wrong.floats(QStringLiteral("x"), {1LL << 40}).empty());
    QVERIFY(!wrong.isOk());
    Hdf5Reader otherType(path);
    QVERIFY(otherType.bytes(QStringLiteral("x"), {4}).empty());
    QVERIFY(!otherType.isOk());
}

QTEST_GUILESS_MAIN(TestResultFile)
#include "tst_resultfile.moc"
