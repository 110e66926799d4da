import { Injectable } from '@nestjs/common';

/** The OpenAPI document as it is served; made once, when all routes are known. */
@Injectable()
export class ApiDescription {
  text = '';
}
