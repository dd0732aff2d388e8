namespace Spark.Storage.Sqlite;

/// <summary>A write that waits for its transaction.</summary>
internal interface IWriteWork
{
    /// <summary>Runs inside a transaction, together with others. May run again in a transaction of its own when another one of the batch has failed.</summary>
    void Execute(WriterStatements statements);

    /// <summary>The transaction is on disk.</summary>
    void Complete();

    /// <summary>Nothing of it was written.</summary>
    void Fail(Exception exception);
}
