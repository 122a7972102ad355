// SPDX-License-Identifier: GPL-3.0-or-later
// A result is explained by the network that predicted it, or not at all.
#include "core/pipeline/resultmodel.h"
#include "tests/support/testmodel.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace WhiteBox;

class TestResultModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("present")));
        m_own = Test::writeTestModel(m_folder.path(), 1);
        m_present = Test::writeTestModel(m_folder.filePath(QStringLiteral("present")), 2);
        QVERIFY(!m_own.isEmpty() && !m_present.isEmpty());
        qputenv("WHITEBOX_MODEL", m_present.toUtf8());
    }

    void anotherDefaultNetworkDoesNotTakeItsPlace()
    {
        const auto model = loadModelOf(resultOf(m_own, hashOf(m_own)));
        QVERIFY(model.isOk());
        QCOMPARE(model.value()->path(), m_own);
    }

    void aMovedNetworkIsKnownByItsHash()
    {
        const auto model =
            loadModelOf(resultOf(QStringLiteral("/nowhere/net.safetensors"), hashOf(m_present)));
        QVERIFY(model.isOk());
        QCOMPARE(model.value()->card().weightsSha256, hashOf(m_present));
    }

    void aReplacedNetworkIsRefused()
    {
        // The file is there but holds other weights than those that predicted.
        const auto model = loadModelOf(resultOf(m_own, QString(64, QLatin1Char('0'))));
        QVERIFY(!model.isOk());
        QCOMPARE(model.error().kind, ErrorKind::Mismatch);
        QVERIFY(model.error().why.contains(m_own));
        QVERIFY(!model.error().remedy.isEmpty());
    }

    void aResultThatNamesNoNetworkGetsThePresentOne()
    {
        QCOMPARE(loadModelOf({}).value()->path(), m_present);
    }

private:
    static QString hashOf(const QString &path) { return Predictor::load(path).value()->card().weightsSha256; }

    static JobResult resultOf(const QString &path, const QString &sha256)
    {
        JobResult result;
        result.provenance[QStringLiteral("model")] =
            QJsonObject{{QStringLiteral("path"), path}, {QStringLiteral("sha256"), sha256}};
        return result;
    }

    QTemporaryDir m_folder;
    QString m_own;
    QString m_present;
};

QTEST_GUILESS_MAIN(TestResultModel)
#include "tst_resultmodel.moc"
