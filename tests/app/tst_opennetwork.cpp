// SPDX-License-Identifier: GPL-3.0-or-later
// The open result as another network predicts and explains it.
#include "app/mainwindow.h"
#include "core/network/predictor.h"
#include "core/network/safetensors.h"
#include "tests/support/referencenet.h"
#include "tests/support/testmodel.h"
#include "tests/support/warnings.h"
#include "widgets/foreignnetworkdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <algorithm>
#include <cmath>

using namespace WhiteBox;

namespace {

constexpr int kLength = 20;

std::shared_ptr<const JobResult> madeUpResult()
{
    auto result = std::make_shared<JobResult>();
    result->jobId = QStringLiteral("0123456789abcdef");
    result->query = {QStringLiteral("made up"), {}, std::string(kLength, 'A')};
    result->couplings = std::make_shared<const CouplingTensor>(Test::randomCouplings(kLength, 3));
    result->predicted = std::make_shared<const DistanceMap>(kLength);
    result->couplingScore.assign(kLength * kLength, 0.0F);
    return result;
}

} // namespace

class TestOpenNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(Test::anyWarning()); }
    void theResultIsShownAsTheNetworkPredictsIt();
    void theNetworkAskedForLastIsShown();
    void aStructureDroppedMeanwhileHolds();
    void withoutAResultItIsTold();
    void aScriptThatNobodyTrustedIsRefused();
    void aNetworkOfOtherChannelsIsRefused();
    void theWindowLoadsNoLibTorch();
    void theRefusalIsReadWhole(); // last: where there is a LibTorch this loads it

private:
    QTemporaryDir m_folder;
    QString m_other; ///< weights of the network that is opened
};

void TestOpenNetwork::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("whitebox-test"));
    qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
    qputenv("WHITEBOX_HOME", m_folder.path().toUtf8());
    qputenv("WHITEBOX_MODEL", Test::writeTestModel(m_folder.path(), 1).toUtf8());
    m_other = Test::writeTestModel(m_folder.path(), 2);
    QVERIFY(!m_other.isEmpty());
}

void TestOpenNetwork::theResultIsShownAsTheNetworkPredictsIt()
{
    Workbench workbench;
    const auto result = madeUpResult();
    workbench.setResult(result);
    workbench.selection()->setPair(ResiduePair{4, 12});
    QSignalSpy changed(&workbench, &Workbench::resultChanged);
    workbench.openNetwork(m_other);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 20000);
    const auto predictor = Predictor::load(m_other);
    QVERIFY(predictor.isOk());
    const auto expected = predictor.value()->predict(result->couplings);
    QVERIFY(expected.isOk());
    const auto shown = workbench.result();
    QVERIFY(shown != result);
    for (std::size_t n = 0; n < expected.value().values().size(); ++n)
        QVERIFY(std::abs(shown->predicted->values()[n] - expected.value().values()[n]) < 1e-4F);
    // It is not the library's.
    QVERIFY(workbench.resultPath().isEmpty());
    QCOMPARE(shown->provenance[QStringLiteral("model")].toObject()[QStringLiteral("path")].toString(),
             m_other);
    QTRY_VERIFY_WITH_TIMEOUT(workbench.explanations()->current(), 20000);
    const auto explanation = workbench.explanations()->current();
    QCOMPARE(explanation->gradient->pair, (ResiduePair{4, 12}));
    const int channel = explanation->gradient->channel;
    QVERIFY(std::abs(explanation->explainer->output().at(channel, 4, 12) -
                     shown->predicted->at(channel, 4, 12)) < 1e-4F);
}

// The first one's answer came and made the second one's look stale.
void TestOpenNetwork::theNetworkAskedForLastIsShown()
{
    QThreadPool *pool = QThreadPool::globalInstance();
    const auto restore =
        qScopeGuard([pool, count = pool->maxThreadCount()] { pool->setMaxThreadCount(count); });
    pool->setMaxThreadCount(1); // one after the other
    Workbench workbench;
    workbench.setResult(madeUpResult());
    const auto shownPath = [&] {
        return workbench.result()->provenance[QStringLiteral("model")].toObject()[QStringLiteral("path")];
    };
    for (const QString &last : {m_other, qEnvironmentVariable("WHITEBOX_MODEL")}) {
        QSignalSpy failed(&workbench, &Workbench::failed);
        workbench.openNetwork(m_folder.filePath(QStringLiteral("none.safetensors")));
        workbench.openNetwork(last == m_other ? qEnvironmentVariable("WHITEBOX_MODEL") : m_other);
        workbench.openNetwork(last);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(shownPath().toString(), last);
        QCOMPARE(failed.count(), 0); // of what nobody waits for any more
    }
}

// The network's prediction was thrown away when a truth came while it was computed, and the other way round.
void TestOpenNetwork::aStructureDroppedMeanwhileHolds()
{
    const QString structure = m_folder.filePath(QStringLiteral("truth.pdb"));
    QFile file(structure);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < kLength; ++i)
        for (const auto &[atom, y] : {std::pair{"CA", 0.0}, std::pair{"CB", 1.5}})
            file.write(QStringLiteral("ATOM  %1  %2  ALA A%3    %4%5   0.000  1.00  0.00           C  \n")
                           .arg(2 * i + (y > 0 ? 2 : 1), 5)
                           .arg(QLatin1String(atom))
                           .arg(i + 1, 4)
                           .arg(3.8 * i, 8, 'f', 3)
                           .arg(y, 8, 'f', 3)
                           .toLatin1());
    file.write("END\n");
    file.close();
    QThreadPool *pool = QThreadPool::globalInstance();
    const auto restore =
        qScopeGuard([pool, count = pool->maxThreadCount()] { pool->setMaxThreadCount(count); });
    pool->setMaxThreadCount(1); // one after the other
    for (const bool networkFirst : {true, false}) {
        Workbench workbench;
        QSignalSpy failed(&workbench, &Workbench::failed);
        workbench.setResult(madeUpResult());
        workbench.selection()->setPair(ResiduePair{4, 12});
        if (networkFirst)
            workbench.openNetwork(m_other);
        workbench.openFiles({structure});
        if (!networkFirst)
            workbench.openNetwork(m_other);
        pool->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY2(failed.isEmpty(), qPrintable(failed.value(0).value(0).value<Error>().text()));
        QVERIFY(workbench.result()->structure);
        QCOMPARE(workbench.result()
                     ->provenance[QStringLiteral("model")]
                     .toObject()[QStringLiteral("path")]
                     .toString(),
                 m_other);
        QCOMPARE(workbench.settings()->upper(), MatrixContent::Truth);
        QCOMPARE(*workbench.selection()->pair(), (ResiduePair{4, 12}));
    }
}

void TestOpenNetwork::withoutAResultItIsTold()
{
    Workbench workbench;
    QSignalSpy noticed(&workbench, &Workbench::noticed);
    workbench.openNetwork(m_other);
    QCOMPARE(noticed.count(), 1);
    QVERIFY(noticed[0][0].toString().contains(QStringLiteral("open a result")));
}

void TestOpenNetwork::aScriptThatNobodyTrustedIsRefused()
{
    const QString path = m_folder.filePath(QStringLiteral("theirs.pt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("PK\x03\x04 a program") > 0);
    file.close();
    Workbench workbench;
    const auto result = madeUpResult();
    workbench.setResult(result);
    QSignalSpy failed(&workbench, &Workbench::failed);
    workbench.openNetwork(path);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20000);
    QVERIFY(qvariant_cast<Error>(failed[0][0]).why.contains(QStringLiteral("TorchScript is a program")));
    QCOMPARE(workbench.result(), result);
}

// The dialog kept its size, and the message's first and last lines were cut.
void TestOpenNetwork::theRefusalIsReadWhole()
{
    const QString path = m_folder.filePath(QStringLiteral("no-network.pt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("PK\x03\x04 no network");
    file.close();
    ForeignNetworkDialog dialog(path);
    dialog.show();
    const auto *ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QVERIFY(!ok->isVisible());
    QSignalSpy tried(&dialog, &ForeignNetworkDialog::tried);
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("trust")), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(tried.count(), 1, 60000);
    QVERIFY(!ok->isVisible());
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        if (label->isVisible())
            QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
}

void TestOpenNetwork::aNetworkOfOtherChannelsIsRefused()
{
    const auto layers = Test::randomLayers({441, 2}, {3}, 1);
    SafeTensors weights;
    weights.tensors[QStringLiteral("conv1.weight")] = {{2, 441, 3, 3}, layers[0].weights};
    weights.tensors[QStringLiteral("conv1.bias")] = {{2}, layers[0].bias};
    const QString path = m_folder.filePath(QStringLiteral("two.safetensors"));
    QVERIFY(weights.save(path).isOk());
    Workbench workbench;
    const auto result = madeUpResult();
    workbench.setResult(result);
    QSignalSpy failed(&workbench, &Workbench::failed);
    workbench.openNetwork(path);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20000);
    QVERIFY(qvariant_cast<Error>(failed[0][0]).why.contains(QStringLiteral("2 distances")));
    QCOMPARE(workbench.result(), result);
}

void TestOpenNetwork::theWindowLoadsNoLibTorch()
{
    Workbench workbench;
    MainWindow window(&workbench);
    window.setAsksBeforeClosing(false);
    workbench.setResult(madeUpResult());
    workbench.selection()->setPair(ResiduePair{4, 12});
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTRY_VERIFY_WITH_TIMEOUT(workbench.explanations()->current(), 20000);
    const auto actions = window.findChildren<QAction *>();
    QVERIFY(std::any_of(actions.begin(), actions.end(), [](const QAction *action) {
        return action->text().remove(u'&') == QStringLiteral("Open network…");
    }));
    QFile maps(QStringLiteral("/proc/self/maps"));
    QVERIFY(maps.open(QIODevice::ReadOnly));
    const QByteArray loaded = maps.readAll();
    QVERIFY(loaded.contains("libQt6Widgets"));
    for (const char *library : {"libtorch", "libc10", "libwhitebox-torch"})
        QVERIFY2(!loaded.contains(library), library);
}

QTEST_MAIN(TestOpenNetwork)
#include "tst_opennetwork.moc"
