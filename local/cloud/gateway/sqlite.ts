import Database from 'libsql'

type Parameter = string | number | Buffer | null
export type Row = unknown[]

interface Statement {
  run(parameters: Parameter[]): unknown
  get(parameters: Parameter[]): Row | undefined
  all(parameters: Parameter[]): Row[]
}

/**
 * One connection with its prepared statements kept. Rows are arrays. There is no iterator on purpose: one that is
 * left early keeps its snapshot open, and later reads of the connection would see old data.
 */
export class Connection {
  private readonly database: Database.Database
  private readonly statements = new Map<string, Statement>()

  constructor(file: string) {
    this.database = new Database(file)
  }

  exec(sql: string): void {
    this.database.exec(sql)
  }

  run(sql: string, parameters: Parameter[] = []): void {
    this.prepared(sql).run(parameters)
  }

  get(sql: string, parameters: Parameter[] = []): Row | undefined {
    return this.prepared(sql).get(parameters)
  }

  all(sql: string, parameters: Parameter[] = []): Row[] {
    return this.prepared(sql).all(parameters)
  }

  close(): void {
    this.statements.clear()
    this.database.close()
  }

  private prepared(sql: string): Statement {
    let statement = this.statements.get(sql)
    if (!statement) {
      const prepared = this.database.prepare(sql)
      // raw() throws on statements that return nothing
      if (prepared.reader) prepared.raw(true)
      statement = prepared as unknown as Statement
      this.statements.set(sql, statement)
    }
    return statement
  }
}
