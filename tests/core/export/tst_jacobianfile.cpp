// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/halffloat.h"
#include "core/export/jacobianfile.h"
#include "core/export/npy.h"
#include "core/store/hdf5file.h"
#include "tests/support/referencenet.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace WhiteBox;
using namespace WhiteBox::Test;

class TestJacobianFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileHoldsEveryWindowInOrder();
    void halfPrecisionIsHalfTheSize();
    void streamCanBeginAnywhere();
    void stoppedExportLeavesNoFile();
    void hdf5HoldsEveryWindow_data();
    void hdf5HoldsEveryWindow();
    void resumedExportIsTheWhole_data();
    void resumedExportIsTheWhole();
    void resumeOfOtherDataIsRefused();
    void completeFileIsLeftAlone_data();
    void completeFileIsLeftAlone();
    void completeFileOfOtherSettingsIsRefused();
    void compressedSizeIsAnUpperBound();
    void sliceIsTheArrayCut();
    void fingerprintTellsQuestionsApart();
    void otherSuffixesAreRefused();

private:
    QTemporaryDir m_folder;
    QString path(const QString &suffix) const
    {
        return m_folder.filePath(QStringLiteral("jacobian.") + suffix);
    }
    QString path() const { return m_folder.filePath(QStringLiteral("jacobian.npy")); }
};

namespace {

constexpr int kLength = 8; // 64 pairs: more than one group of those that are computed together

JacobianFileOptions halfOptions()
{
    JacobianFileOptions options;
    options.half = true;
    return options;
}

Jacobian jacobianOf(int channel = 3)
{
    auto network = ConvNet::fromLayers(randomLayers({441, 5, 4}, {3, 3}, 9));
    auto explainer = Explainer::create(std::make_shared<const ConvNet>(std::move(network).value()),
                                       InputStack::fromDense(kLength, randomDense(kLength, 4)));
    return Jacobian(std::move(explainer).value(), channel, AttributionMethod::Guided);
}

constexpr std::size_t kPairValues = 441 * 25;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool same(float x, float y)
{
    return x == y || (std::isnan(x) && std::isnan(y));
}

std::vector<float> streamed(const Jacobian &jacobian)
{
    std::vector<float> all;
    const auto receive = [&](ResiduePair, std::span<const float> values) {
        all.insert(all.end(), values.begin(), values.end());
        return Result<void>();
    };
    return jacobian.stream(receive, 1).isOk() ? all : std::vector<float>();
}

std::vector<float> readHdf5(const QString &path)
{
    Hdf5Reader reader(path);
    return reader.floats(QStringLiteral("jacobian"), {kLength, kLength, 21, 21, 5, 5});
}

} // namespace

void TestJacobianFile::fileHoldsEveryWindowInOrder()
{
    const Jacobian jacobian = jacobianOf();
    QVERIFY(writeJacobian(path(), jacobian, {}, 3).isOk());
    const auto array = loadNpy(path());
    QVERIFY(array.isOk());
    QCOMPARE(array.value().shape, (std::vector<qint64>{kLength, kLength, 21, 21, 5, 5}));
    QCOMPARE(double(array.value().data.size()), jacobian.bytes());
    const auto values = array.value().toFloats();
    const GradientWindow window = jacobian.window({6, 1});
    const std::size_t start = (6 * kLength + 1) * window.values.size();
    for (std::size_t n = 0; n < window.values.size(); ++n)
        QVERIFY(values[start + n] == window.values[n] ||
                (std::isnan(values[start + n]) && std::isnan(window.values[n])));
    QVERIFY(std::isnan(window.at(0, 0, 2, 0))); // residue 8 of 0..7
}

void TestJacobianFile::halfPrecisionIsHalfTheSize()
{
    const Jacobian jacobian = jacobianOf();
    QVERIFY(writeJacobian(path(), jacobian, halfOptions()).isOk());
    const auto array = loadNpy(path());
    QVERIFY(array.isOk());
    QCOMPARE(double(array.value().data.size()), jacobian.bytes() / 2);
}

void TestJacobianFile::streamCanBeginAnywhere()
{
    std::vector<ResiduePair> pairs;
    const auto note = [&](ResiduePair pair, std::span<const float>) {
        pairs.push_back(pair);
        return Result<void>();
    };
    QVERIFY(jacobianOf().stream(note, 2, {}, {}, {7, 6}).isOk());
    QCOMPARE(pairs, (std::vector<ResiduePair>{{7, 6}, {7, 7}}));
}

void TestJacobianFile::stoppedExportLeavesNoFile()
{
    QFile::remove(path());
    StopSource source;
    source.request_stop();
    const auto written = writeJacobian(path(), jacobianOf(), {}, 2, source.get_token());
    QVERIFY(!written.isOk());
    QVERIFY(written.error().isCancelled());
    QVERIFY(!QFile::exists(path()));
}

void TestJacobianFile::hdf5HoldsEveryWindow_data()
{
    QTest::addColumn<bool>("half");
    QTest::addColumn<int>("gzip");
    QTest::newRow("float32") << false << 0;
    QTest::newRow("float32, gzip") << false << 4;
    QTest::newRow("float16, gzip") << true << 1;
}

void TestJacobianFile::hdf5HoldsEveryWindow()
{
    QFETCH(bool, half);
    QFETCH(int, gzip);
    const Jacobian jacobian = jacobianOf();
    JacobianFileOptions options;
    options.half = half;
    options.gzip = gzip;
    const auto written = writeJacobian(path(QStringLiteral("h5")), jacobian, options, 2);
    QVERIFY2(written.isOk(), written.isOk() ? "" : qPrintable(written.error().text()));
    const auto values = readHdf5(path(QStringLiteral("h5")));
    const auto expected = streamed(jacobian);
    QCOMPARE(values.size(), kLength * kLength * kPairValues);
    for (std::size_t n = 0; n < values.size(); ++n)
        QVERIFY(same(values[n], half ? halfToFloat(floatToHalf(expected[n])) : expected[n]));
    QVERIFY(!QFile::exists(path(QStringLiteral("h5.part"))));
}

void TestJacobianFile::resumedExportIsTheWhole_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::newRow("NPY") << QStringLiteral("npy");
    QTest::newRow("HDF5") << QStringLiteral("h5");
}

void TestJacobianFile::resumedExportIsTheWhole()
{
    QFETCH(QString, suffix);
    const Jacobian jacobian = jacobianOf();
    QFile::remove(path(suffix));
    StopSource source;
    double reached = 0;
    const Progress stopping([&](double fraction, const QString &) {
        reached = fraction;
        source.request_stop();
    });
    JacobianFileOptions options;
    const auto stopped = writeJacobian(path(suffix), jacobian, options, 1, source.get_token(), stopping);
    QVERIFY(!stopped.isOk() && stopped.error().isCancelled());
    QVERIFY(reached > 0 && reached < 1);
    QVERIFY(!QFile::exists(path(suffix)));
    options.resume = true;
    double first = -1;
    const Progress noting([&](double fraction, const QString &) { first = first < 0 ? fraction : first; });
    QVERIFY(writeJacobian(path(suffix), jacobian, options, 1, {}, noting).isOk());
    QVERIFY(first > reached); // it did not begin anew
    const auto values =
        suffix == QLatin1String("h5") ? readHdf5(path(suffix)) : loadNpy(path(suffix)).value().toFloats();
    const auto expected = streamed(jacobian);
    QCOMPARE(values.size(), expected.size());
    for (std::size_t n = 0; n < values.size(); ++n)
        QVERIFY(same(values[n], expected[n]));
}

// It began anew without a word.
void TestJacobianFile::resumeOfOtherDataIsRefused()
{
    for (const QString &suffix : {QStringLiteral("npy"), QStringLiteral("h5")}) {
        QFile::remove(path(suffix));
        StopSource source;
        const Progress stopping([&](double, const QString &) { source.request_stop(); });
        QVERIFY(!writeJacobian(path(suffix), jacobianOf(1), {}, 1, source.get_token(), stopping).isOk());
        const QByteArray left = contents(path(suffix) + QStringLiteral(".part"));
        JacobianFileOptions options;
        options.resume = true;
        const auto other = writeJacobian(path(suffix), jacobianOf(3), options);
        QVERIFY(!other.isOk());
        QCOMPARE(other.error().kind, ErrorKind::Mismatch);
        QVERIFY(other.error().remedy.contains(QStringLiteral("leave out --resume")));
        QCOMPARE(contents(path(suffix) + QStringLiteral(".part")), left);
        options.resume = false;
        QVERIFY(writeJacobian(path(suffix), jacobianOf(3), options).isOk());
    }
}

void TestJacobianFile::completeFileIsLeftAlone_data()
{
    resumedExportIsTheWhole_data();
}

void TestJacobianFile::completeFileIsLeftAlone()
{
    QFETCH(QString, suffix);
    JacobianFileOptions options;
    QVERIFY(writeJacobian(path(suffix), jacobianOf(), options).isOk());
    const QByteArray before = contents(path(suffix));
    const QDateTime written = QFileInfo(path(suffix)).lastModified();
    options.resume = true;
    const auto plan = planJacobian(path(suffix), jacobianOf(), options);
    QVERIFY(plan.isOk() && plan.value().complete);
    QVERIFY(writeJacobian(path(suffix), jacobianOf(), options).isOk());
    QCOMPARE(contents(path(suffix)), before);
    QCOMPARE(QFileInfo(path(suffix)).lastModified(), written);
}

void TestJacobianFile::completeFileOfOtherSettingsIsRefused()
{
    for (const QString &suffix : {QStringLiteral("npy"), QStringLiteral("h5")}) {
        QVERIFY(writeJacobian(path(suffix), jacobianOf()).isOk());
        JacobianFileOptions options = halfOptions();
        options.resume = true;
        QCOMPARE(planJacobian(path(suffix), jacobianOf(), options).error().kind, ErrorKind::Mismatch);
        options.half = false;
        QCOMPARE(planJacobian(path(suffix), jacobianOf(1), options).error().kind, ErrorKind::Mismatch);
        QFile::remove(path(suffix));
        QVERIFY(!planJacobian(path(suffix), jacobianOf(), options).value().complete); // begins
    }
}

// 99 GB were refused for an array of 497 GB (L = 500) that compresses.
void TestJacobianFile::compressedSizeIsAnUpperBound()
{
    QCOMPARE(diskRoom(497e9, 99e9, false), DiskRoom::TooLittle);
    QCOMPARE(diskRoom(497e9, 99e9, true), DiskRoom::Doubtful);
    QCOMPARE(diskRoom(497e9, 49e9, true), DiskRoom::TooLittle);
    QCOMPARE(diskRoom(497e9, 497e9, true), DiskRoom::Enough);
    JacobianFileOptions options;
    options.gzip = 4;
    QVERIFY(planJacobian(path(QStringLiteral("h5")), jacobianOf(), options).isOk());
    QCOMPARE(planJacobian(path(), jacobianOf(), options).error().kind, ErrorKind::Unsupported);
}

void TestJacobianFile::sliceIsTheArrayCut()
{
    const Jacobian jacobian = jacobianOf();
    const auto slice = jacobian.slice({{{1, 3}, {5, 6}, {20, 21}, {3, 5}, {0, 5}, {2, 4}}}, 2);
    QVERIFY(slice.isOk());
    QCOMPARE(slice.value().size(), std::size_t(2 * 2 * 5 * 2));
    std::size_t n = 0;
    for (int i = 1; i < 3; ++i) {
        const GradientWindow window = jacobian.window({i, 5});
        for (int b = 3; b < 5; ++b)
            for (int di = -2; di <= 2; ++di)
                for (int dj = 0; dj <= 1; ++dj)
                    QVERIFY(same(slice.value()[n++], window.at(20, b, di, dj)));
    }
}

void TestJacobianFile::fingerprintTellsQuestionsApart()
{
    QCOMPARE(jacobianOf(2).fingerprint(), jacobianOf(2).fingerprint());
    QVERIFY(jacobianOf(2).fingerprint() != jacobianOf(3).fingerprint());
}

void TestJacobianFile::otherSuffixesAreRefused()
{
    const auto written = writeJacobian(path(QStringLiteral("csv")), jacobianOf());
    QVERIFY(!written.isOk());
    QCOMPARE(written.error().kind, ErrorKind::Unsupported);
}

QTEST_GUILESS_MAIN(TestJacobianFile)
#include "tst_jacobianfile.moc"
